package org.vigia.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sanctioned names by plain edit distance between words, and the layout of the list. */
class SanctionedNamesTest {

    private static final List<String> ROLES = List.of("shipper", "consignee", "notify_party", "broker");

    @TempDir
    Path directory;

    @Test
    void onlyPlantedShipmentsNameAnybodyLikeASanctionedParty() throws IOException {
        Simulated files = Simulated.write(directory.resolve("out"), 20_000, 9);
        Set<String> words = sanctionedWords(files);

        Set<String> found = new TreeSet<>();
        Set<String> judged = new HashSet<>();
        Set<String> similar = new HashSet<>();
        for (Map<String, String> row : files.rows("shipments.csv")) {
            for (String role : ROLES) {
                String name = row.getOrDefault(role, "");
                if (judged.add(name) && words(name).stream().anyMatch(word -> like(word, words))) {
                    similar.add(name);
                }
                if (similar.contains(name)) {
                    found.add("vigia:" + row.getOrDefault("shipment_id", ""));
                }
            }
        }

        assertThat(found).isEqualTo(files.planted("SANCTIONED_PARTY")).isNotEmpty();
    }

    @Test
    void theListIsLaidOutAsOfacDoes() throws IOException {
        Simulated files = Simulated.write(directory.resolve("out"), 100, 3);
        Path list = files.directory().resolve("sanctioned");

        for (Map.Entry<String, Integer> file :
                Map.of("sdn.csv", 12, "alt.csv", 5, "add.csv", 6).entrySet()) {
            String text = Files.readString(list.resolve(file.getKey()), StandardCharsets.US_ASCII);
            assertThat(text).endsWith("\r\n\u001a").contains("-0- ");
            assertThat(text.replace("\u001a", "").lines())
                    .allSatisfy(line -> assertThat(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                            .hasSize(file.getValue()));
        }
        assertThat(list.resolve("sdn_comments.csv"))
                .content()
                .startsWith("90002,\"")
                .endsWith("\"\r\n");
    }

    private static Set<String> sanctionedWords(Simulated files) throws IOException {
        Set<String> words = new HashSet<>();
        for (String name : List.of("sdn.csv", "alt.csv")) {
            for (String line :
                    Files.readAllLines(files.directory().resolve("sanctioned").resolve(name))) {
                if (line.length() > 1) {
                    String[] cells = line.split("\"", -1);
                    words.addAll(words(cells[name.equals("sdn.csv") ? 1 : 3]));
                }
            }
        }
        words.removeAll(Set.of("holding", "limited", "company", "stock", "joint"));
        return words;
    }

    private static Set<String> words(String name) {
        Set<String> words = new HashSet<>();
        for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
            if (word.length() >= 6) {
                words.add(word);
            }
        }
        return words;
    }

    private static boolean like(String word, Set<String> others) {
        return others.stream().anyMatch(other -> distance(word, other) <= 2);
    }

    private static int distance(String one, String two) {
        int[] row = new int[two.length() + 1];
        for (int j = 0; j <= two.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= two.length(); j++) {
                int changed = corner + (one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[two.length()];
    }
}

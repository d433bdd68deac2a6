package org.vigia.screening.party;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Names of words that collide often, and what happens to names on their way into a declaration. */
final class InventedNames {

    private static final List<String> WORDS = List.of(
            "Mohammed",
            "Muhamad",
            "Ali",
            "Aly",
            "al",
            "bin",
            "Abdul",
            "Rahman",
            "Abdurrahman",
            "Bashiruddin",
            "Kim",
            "Jong",
            "Jung",
            "Un",
            "Yong",
            "Chol",
            "Ivan",
            "Iwan",
            "Petrov",
            "Petrova",
            "Sokolov",
            "Sokolow",
            "J.",
            "K.",
            "de",
            "la",
            "Cruz",
            "Kruz",
            "Trading",
            "Company",
            "LLC",
            "OOO",
            "GmbH",
            "S.A.",
            "Bank",
            "of",
            "China",
            "Chile",
            "7",
            "9",
            "II",
            "First",
            "Иванов",
            "محمد",
            "علي",
            "王",
            "小明",
            "김정은",
            "Li",
            "Na",
            "O'Brien",
            "Goodwill",
            "Good",
            "Will",
            "van",
            "der",
            "Berg",
            "Vanderberg",
            "PLA",
            "People",
            "Liberation",
            "Army",
            "Zhao",
            "Xi");

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private InventedNames() {}

    static String name(Random random) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(5); i++) {
            words.add(random.nextInt(8) == 0 ? syllables(random) : WORDS.get(random.nextInt(WORDS.size())));
        }
        return String.join(random.nextInt(9) == 0 ? "" : " ", words);
    }

    private static String syllables(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= random.nextInt(4); i++) {
            word.append("bdfgklmnprstvz".charAt(random.nextInt(14))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    /** One or two slips of the pen, words swapped, dropped, joined or cut to initials. */
    static String mangled(String name, Random random) {
        String mangled = name;
        for (int i = 0; i <= random.nextInt(2); i++) {
            mangled = once(mangled, random);
        }
        return mangled;
    }

    private static String once(String name, Random random) {
        if (name.length() < 2) {
            return name;
        }
        int at = random.nextInt(name.length() - 1);
        List<String> words = new ArrayList<>(List.of(name.split(" ", -1)));
        String letter = String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return switch (random.nextInt(8)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + letter + name.substring(at);
            case 2 -> name.substring(0, at) + letter + name.substring(at + 1);
            case 3 -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
            case 4 -> name.replaceFirst(" ", "");
            case 5 -> name.substring(0, at) + " " + name.substring(at);
            case 6 -> {
                Collections.shuffle(words, random);
                yield String.join(" ", words);
            }
            default -> {
                int word = random.nextInt(words.size());
                words.set(word, words.get(word).isEmpty() ? "" : words.get(word).substring(0, 1) + ".");
                yield String.join(" ", words);
            }
        };
    }
}

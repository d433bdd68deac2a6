package org.vigia.screening.party;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigia.events.PartyAddress;
import org.vigia.events.SanctionedParty;

/**
 * Addresses of listed parties. A declared address is a listed one if it holds every number and every telling word of the
 * listed street, and its town or country agrees; a street without a number or without a name is too little to go by.
 */
final class ListedAddresses {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final int TELLING = 4;

    private final Map<String, List<Listed>> byNumber = new HashMap<>();

    /**
     * A listed address.
     *
     * @param street folded numbers and words of its street
     */
    record Listed(SanctionedParty party, PartyAddress address, Set<String> street, Set<String> city) {}

    void add(SanctionedParty party) {
        for (PartyAddress address : party.getAddresses()) {
            Set<String> street = words(address.getText());
            Set<String> numbers = new HashSet<>(street);
            numbers.removeIf(word -> !Character.isDigit(word.charAt(0)));
            boolean named = street.stream().anyMatch(word -> !numbers.contains(word) && word.length() >= TELLING);
            if (!numbers.isEmpty() && named) {
                Listed listed = new Listed(party, address, street, words(address.getCity()));
                byNumber.computeIfAbsent(numbers.iterator().next(), ignored -> new ArrayList<>())
                        .add(listed);
            }
        }
    }

    /** The listed addresses that a declared one is, at most one of each party. */
    List<Listed> at(@Nullable String declared, @Nullable String country) {
        Set<String> words = words(declared);
        Map<String, Listed> byParty = new java.util.TreeMap<>();
        for (String word : words) {
            for (Listed listed : byNumber.getOrDefault(word, List.of())) {
                if (isAt(listed, words, country)) {
                    byParty.putIfAbsent(listed.party().getPartyId(), listed);
                }
            }
        }
        return List.copyOf(byParty.values());
    }

    private static boolean isAt(Listed listed, Set<String> words, @Nullable String country) {
        boolean town = !listed.city().isEmpty() && words.containsAll(listed.city());
        boolean land = country != null && country.equals(listed.address().getCountry());
        return (town || land) && words.containsAll(listed.street());
    }

    /** Folded words of an address, those aside that most addresses have. */
    static Set<String> words(@Nullable String text) {
        Set<String> words = new LinkedHashSet<>();
        if (text != null) {
            Matcher matcher = WORD.matcher(text);
            while (matcher.find()) {
                for (Romanisation.Word word : Romanisation.words(matcher.group(), false)) {
                    if (!NameWords.shipped().is("address", word.latin())) {
                        words.add(Spelling.fold(word.latin()));
                    }
                }
            }
        }
        return words;
    }
}

package org.vigia.screening.history;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.vigia.screening.identity.NormalisedName;

/** Whether the words of a laboratory contradict the drug that was claimed. Words it does not know say nothing. */
final class LaboratoryResult {

    /** Words of three languages for the drugs that are seized most (UNODC, World Drug Report). */
    private static final Map<String, String> DRUGS = Map.ofEntries(
            Map.entry("fentanyl", "fentanyl"),
            Map.entry("fentanilo", "fentanyl"),
            Map.entry("heroin", "heroin"),
            Map.entry("heroina", "heroin"),
            Map.entry("cocaine", "cocaine"),
            Map.entry("cocaina", "cocaine"),
            Map.entry("methamphetamine", "methamphetamine"),
            Map.entry("metanfetamina", "methamphetamine"),
            Map.entry("amphetamine", "amphetamine"),
            Map.entry("anfetamina", "amphetamine"),
            Map.entry("mdma", "mdma"),
            Map.entry("ecstasy", "mdma"),
            Map.entry("cannabis", "cannabis"),
            Map.entry("marijuana", "cannabis"),
            Map.entry("marihuana", "cannabis"),
            Map.entry("ketamine", "ketamine"),
            Map.entry("ketamina", "ketamine"),
            Map.entry("opium", "opium"),
            Map.entry("opio", "opium"),
            Map.entry("morphine", "morphine"),
            Map.entry("morfina", "morphine"),
            Map.entry("lsd", "lsd"),
            Map.entry("tramadol", "tramadol"),
            Map.entry("oxycodone", "oxycodone"),
            Map.entry("oxicodona", "oxycodone"));

    private static final Pattern NOTHING = Pattern.compile(
            "\\b(negative|negativ[oa]|not detected|none detected|not identified|no identificad[oa]|no controlled|sin sustancia)\\b");

    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private LaboratoryResult() {}

    static boolean contradicts(String claimed, String result) {
        String words = new NormalisedName(result).value();
        if (NOTHING.matcher(words).find()) {
            return true;
        }
        Set<String> claims = drugs(new NormalisedName(claimed).value());
        Set<String> results = drugs(words);
        if (claims.isEmpty() || results.isEmpty()) {
            return false;
        }
        results.retainAll(claims);
        return results.isEmpty();
    }

    private static Set<String> drugs(String text) {
        Set<String> drugs = new HashSet<>();
        for (String word : WORD.split(text, -1)) {
            String drug = DRUGS.get(word);
            if (drug != null) {
                drugs.add(drug);
            }
        }
        return drugs;
    }
}

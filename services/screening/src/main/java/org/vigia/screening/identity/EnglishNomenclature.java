package org.vigia.screening.identity;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Systematic names in Spanish, Portuguese and French, put into English for a reader of English ones. */
final class EnglishNomenclature {

    private static final Pattern MARK = Pattern.compile("\\p{Mn}+");
    private static final Pattern ACID = Pattern.compile("^(?:acido|acide) (.+?)(?:ico|ique)$");
    private static final Pattern ESTER =
            Pattern.compile("^(.+?)(ato|ate) (?:de |d')(?:(terc|tert|sec|n)-?)?(.+?)(?:ilo|ila|yle|ile)$");
    private static final Pattern HALIDE = Pattern.compile(
            "^(cloruro|bromuro|yoduro|cianuro|chlorure|bromure|cloreto|brometo) (?:de |d')(.+?)(?:ilo|ila|yle)$");

    private static final Map<String, String> HALIDES = Map.of(
            "cloruro", "chloride",
            "bromuro", "bromide",
            "yoduro", "iodide",
            "cianuro", "cyanide",
            "chlorure", "chloride",
            "bromure", "bromide",
            "cloreto", "chloride",
            "brometo", "bromide");

    /** Parts of names, in the order in which they are replaced. */
    private static final Map<Pattern, String> PARTS = new LinkedHashMap<>();

    static {
        String[][] parts = {
            {"fenetil", "phenethyl"},
            {"fenil", "phenyl"},
            {"fenoxi", "phenoxy"},
            {"ben[cz]il", "benzyl"},
            {"benciliden", "benzyliden"},
            {"(?<!ac)(?<!m)etil", "ethyl"},
            {"metil", "methyl"},
            {"acetil", "acetyl"},
            {"(prop|but|pent|hex|hept|oct|alil|vin|carbon|piperid|pirid|propion|furan|benzo|pirrolid)il", "$1yl"},
            {"(?<=[a-z0-9)-])il(?=[)\\]-]|$)", "yl"},
            {"hidro", "hydro"},
            {"oxi(?!r|m|d)", "oxy"},
            {"cloro", "chloro"},
            {"yodo", "iodo"},
            {"fluor(?!o)", "fluoro"},
            {"tio", "thio"},
            {"tiof", "thioph"},
            {"ciclo", "cyclo"},
            {"pirrol", "pyrrol"},
            {"pirid", "pyrid"},
            {"pirimid", "pyrimid"},
            {"morfol", "morphol"},
            {"benci(?=m)", "benzi"},
            {"quinol", "quinol"},
            {"naft", "naphth"},
            {"ilen", "ylen"},
            {"terc\\b", "tert"},
            {"carboxil", "carboxyl"},
            {"ben[cz]eno\\b", "benzene"},
            {"tolueno\\b", "toluene"},
            {"amida\\b", "amide"},
            {"nitrilo\\b", "nitrile"},
            {"nitrila\\b", "nitrile"},
            {"ina\\b", "ine"},
            {"ona\\b", "one"},
            {"ano\\b", "ane"},
            {"ano(?=-)", "ane"},
            {"ina(?=-)", "ine"},
            {"eno\\b", "ene"},
            {"aldehido\\b", "aldehyde"},
            {"aldeido\\b", "aldehyde"},
            {"ato\\b", "ate"}
        };
        for (String[] part : parts) {
            PARTS.put(Pattern.compile(part[0]), part[1]);
        }
    }

    private EnglishNomenclature() {}

    /** The name in English; one that is in English already may come out changed. */
    static String of(String name) {
        String plain = MARK.matcher(Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
        Matcher acid = ACID.matcher(plain);
        if (acid.matches()) {
            return parts(acid.group(1)) + "ic acid";
        }
        Matcher halide = HALIDE.matcher(plain);
        if (halide.matches()) {
            return parts(halide.group(2) + "il") + " " + HALIDES.get(halide.group(1));
        }
        Matcher ester = ESTER.matcher(plain);
        if (ester.matches()) {
            String prefix =
                    ester.group(3) == null ? "" : (ester.group(3).equals("terc") ? "tert" : ester.group(3)) + "-";
            return prefix + parts(ester.group(4) + "il") + " " + parts(ester.group(1) + "ato");
        }
        return parts(plain);
    }

    private static String parts(String name) {
        String text = name;
        for (Map.Entry<Pattern, String> part : PARTS.entrySet()) {
            text = part.getKey().matcher(text).replaceAll(part.getValue());
        }
        return text;
    }
}

package org.vigia.screening.party;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.vigia.events.AliasQuality;
import org.vigia.events.PartyAlias;
import org.vigia.events.PartyKind;
import org.vigia.events.SanctionedParty;
import org.vigia.schemas.fixtures.Events;
import org.vigia.schemas.fixtures.RealData;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The names of real lists and of files of labelled names, as plainly as a test needs them. */
final class RealNames {

    private static final int LEAST_CELLS = 4;

    private RealNames() {}

    /** The rows of a file of labelled names. */
    static List<NamedCsvRecord> labelled(String file) {
        try (Stream<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(reader(RealData.file("namematch/" + file), StandardCharsets.UTF_8))
                .stream()) {
            return rows.toList();
        }
    }

    static NameSchema schema(String name) {
        return switch (name) {
            case "Person" -> NameSchema.PERSON;
            case "Vessel" -> NameSchema.VESSEL;
            default -> NameSchema.ORGANISATION;
        };
    }

    /** All parties of the SDN list, the non-SDN list and the Security Council's list. */
    static List<SanctionedParty> parties() {
        List<SanctionedParty> parties =
                new ArrayList<>(treasury("ofac/sdn-2021-07/sdn.csv.gz", "ofac/sdn-2021-07/alt.csv"));
        parties.addAll(treasury("ofac/consolidated-non-sdn/cons_prim.csv", "ofac/consolidated-non-sdn/cons_alt.csv"));
        parties.addAll(securityCouncil());
        return parties;
    }

    private static List<SanctionedParty> treasury(String primary, String aliases) {
        Map<String, List<PartyAlias>> byNumber = new HashMap<>();
        for (CsvRecord row : cells(aliases)) {
            byNumber.computeIfAbsent(row.getField(0), ignored -> new ArrayList<>())
                    .add(alias(row.getField(3), AliasQuality.STRONG));
        }
        List<SanctionedParty> parties = new ArrayList<>();
        for (CsvRecord row : cells(primary)) {
            PartyKind kind = switch (row.getField(2).strip()) {
                case "individual" -> PartyKind.PERSON;
                case "vessel" -> PartyKind.VESSEL;
                default -> PartyKind.ORGANISATION;
            };
            parties.add(party(
                    "us/" + row.getField(0), kind, row.getField(1), byNumber.getOrDefault(row.getField(0), List.of())));
        }
        return parties;
    }

    private static List<CsvRecord> cells(String file) {
        try (Stream<CsvRecord> rows =
                CsvReader.builder().ofCsvRecord(reader(RealData.file(file), StandardCharsets.ISO_8859_1)).stream()) {
            return rows.filter(row -> row.getFieldCount() >= LEAST_CELLS).toList();
        }
    }

    static List<SanctionedParty> securityCouncil() {
        List<SanctionedParty> parties = new ArrayList<>();
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(RealData.file("un-sanctions/UN_consolidated.xml.gz")))) {
            Element root = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
            addAll(root, "INDIVIDUAL", PartyKind.PERSON, parties);
            addAll(root, "ENTITY", PartyKind.ORGANISATION, parties);
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError(e);
        }
        return parties;
    }

    private static void addAll(Element root, String tag, PartyKind kind, List<SanctionedParty> parties) {
        for (Element entry : elements(root, tag)) {
            String name = String.join(
                    " ",
                    text(entry, "FIRST_NAME"),
                    text(entry, "SECOND_NAME"),
                    text(entry, "THIRD_NAME"),
                    text(entry, "FOURTH_NAME"));
            List<PartyAlias> aliases = new ArrayList<>();
            for (Element alias : elements(entry, tag + "_ALIAS")) {
                if (!text(alias, "ALIAS_NAME").isEmpty()) {
                    boolean weak = text(alias, "QUALITY").equals("Low");
                    aliases.add(alias(text(alias, "ALIAS_NAME"), weak ? AliasQuality.WEAK : AliasQuality.STRONG));
                }
            }
            parties.add(party("un/" + text(entry, "REFERENCE_NUMBER"), kind, name, aliases));
        }
    }

    private static List<Element> elements(Element parent, String tag) {
        NodeList nodes = parent.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String text(Element parent, String tag) {
        NodeList nodes = parent.getElementsByTagName(tag);
        return nodes.getLength() == 0 ? "" : nodes.item(0).getTextContent().strip();
    }

    private static PartyAlias alias(String name, AliasQuality quality) {
        return PartyAlias.newBuilder().setName(name).setQuality(quality).build();
    }

    private static SanctionedParty party(String id, PartyKind kind, String name, List<PartyAlias> aliases) {
        return SanctionedParty.newBuilder()
                .setPartyId(id)
                .setList(id.substring(0, 2))
                .setKind(kind)
                .setName(name)
                .setAliases(aliases)
                .setRecordedAt(Events.RECORDED_AT)
                .setSource(Events.source(id, 1))
                .build();
    }

    private static Reader reader(Path file, Charset charset) {
        try {
            InputStream in = Files.newInputStream(file);
            return new InputStreamReader(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

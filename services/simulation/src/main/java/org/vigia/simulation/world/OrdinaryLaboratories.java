package org.vigia.simulation.world;

import java.util.ArrayList;
import java.util.List;
import org.vigia.simulation.world.Laboratory.Item;

/** Laboratories that press tablets or extract: product and equipment are found, and no chemical that was shipped. */
public final class OrdinaryLaboratories {

    private static final List<String> KINDS = List.of("TABLETING", "TABLETING", "STORAGE", "CANNABIS_EXTRACTION");
    private static final List<String> EQUIPMENT =
            List.of("tablet press", "mixer", "precision scale", "vacuum sealer", "respirator", "stamp set");
    private static final List<String> SPANISH =
            List.of("tableteadora", "mezcladora", "báscula", "selladora al vacío", "mascarilla", "troqueles");

    private final long seed;
    private final Season season;
    private final Identifiers identifiers;
    private final long count;

    public OrdinaryLaboratories(long seed, Season season, long count) {
        this.seed = seed;
        this.season = season;
        this.identifiers = new Identifiers(seed);
        this.count = count;
    }

    public long count() {
        return count;
    }

    public Laboratory laboratory(long number) {
        Draw draw = new Draw(seed, Draw.Topic.LABORATORY, number);
        Area area = draw.of(Area.all());
        String kind = draw.of(KINDS);
        List<Item> items = new ArrayList<>();
        String drug = kind.equals("CANNABIS_EXTRACTION") ? "cannabis" : "fentanyl";
        long tablets = 20_000 + 1000L * draw.below(60);
        items.add(
                drug.equals("fentanyl")
                        ? new Item("PRODUCT", drug, "", tablets, "tablets", "", "", "", "")
                        : new Item("PRODUCT", drug, "", 1 + draw.below(90), "kg", "", "", "", ""));
        int first = draw.below(EQUIPMENT.size());
        for (int i = 0; i <= draw.below(3); i++) {
            int which = (first + i) % EQUIPMENT.size();
            String name = (area.spanish() ? SPANISH : EQUIPMENT).get(which);
            items.add(new Item("EQUIPMENT", "", "", 1 + draw.below(4), "units", "", "", "", name));
        }
        String capacity = kind.equals("TABLETING") ? (5 + draw.below(20)) * 1000 + " tablets an hour" : "";
        return new Laboratory(identifiers.key("LB", number), area, season.dayOf(number, count), kind, capacity, items);
    }
}

package org.vigia.screening.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigia.schemas.substance.CasNumber;

/** The substances that goods are compared with. Unchanging. */
public final class SubstanceTable {

    private static final class BuiltIn {
        static final SubstanceTable TABLE = read();

        private static SubstanceTable read() {
            return new SubstanceTable(
                    Resource.rows("substances.tsv").map(SubstanceRow::substance).toList());
        }
    }

    private final List<KnownSubstance> substances;
    private final Map<String, KnownSubstance> byId = new LinkedHashMap<>();
    private final Map<CasNumber, KnownSubstance> byCas = new LinkedHashMap<>();

    private SubstanceTable(List<KnownSubstance> substances) {
        this.substances = List.copyOf(substances);
        for (KnownSubstance substance : substances) {
            if (byId.put(substance.id(), substance) != null) {
                throw new IllegalArgumentException("Two substances have the id " + substance.id());
            }
            substance.cas().forEach(cas -> byCas.putIfAbsent(cas, substance));
        }
    }

    /** The table that comes with Vigía ({@code substances.tsv}). */
    public static SubstanceTable builtIn() {
        return BuiltIn.TABLE;
    }

    /** This table with further substances; one with the id of another takes its place. */
    public SubstanceTable with(Collection<KnownSubstance> more) {
        Map<String, KnownSubstance> all = new LinkedHashMap<>(byId);
        more.forEach(substance -> all.put(substance.id(), substance));
        return new SubstanceTable(new ArrayList<>(all.values()));
    }

    public List<KnownSubstance> substances() {
        return substances;
    }

    /**
     * The substance with an id.
     *
     * @throws NullPointerException if there is none
     */
    public KnownSubstance get(String id) {
        return Objects.requireNonNull(byId.get(id), () -> "no substance " + id);
    }

    public Optional<KnownSubstance> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The substance with this CAS number, of itself or of a form of it. */
    public @Nullable KnownSubstance withCas(CasNumber cas) {
        return byCas.get(cas);
    }

    /** All CAS numbers, of forms too. */
    Map<CasNumber, KnownSubstance> casNumbers() {
        return byCas;
    }
}

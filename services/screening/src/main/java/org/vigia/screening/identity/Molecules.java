package org.vigia.screening.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.openscience.cdk.aromaticity.Aromaticity;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.graph.ConnectivityChecker;
import org.openscience.cdk.graph.Cycles;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;
import org.openscience.cdk.smiles.SmilesParser;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/** Structures: reading them, taking the acid or base out of a salt, comparing them. */
final class Molecules {

    private Molecules() {}

    /**
     * The part of a structure that names the substance: of a salt or hydrate the largest component with carbon, without
     * charge, ready for patterns.
     *
     * @return empty if the text is no SMILES, or a mixture: a salt has one part with carbon and without oxygen at most
     */
    static Optional<IAtomContainer> parent(String smiles) {
        try {
            IAtomContainer read = new SmilesParser(SilentChemObjectBuilder.getInstance()).parseSmiles(smiles);
            List<IAtomContainer> parts = StreamSupport.stream(
                            ConnectivityChecker.partitionIntoMolecules(read)
                                    .atomContainers()
                                    .spliterator(),
                            false)
                    .toList();
            if (parts.stream()
                            .filter(part -> hasElement(part, 6) && !hasElement(part, 8))
                            .count()
                    > 1) {
                return Optional.empty();
            }
            IAtomContainer largest = parts.stream()
                    .max(Comparator.comparing((IAtomContainer part) -> hasElement(part, 6))
                            .thenComparingInt(IAtomContainer::getAtomCount))
                    .orElse(read);
            IAtomContainer parent = AtomContainerManipulator.suppressHydrogens(largest);
            neutralise(parent);
            Cycles.markRingAtomsAndBonds(parent);
            Aromaticity.apply(Aromaticity.Model.Daylight, parent);
            return Optional.of(parent);
        } catch (CDKException e) {
            return Optional.empty();
        }
    }

    private static boolean hasElement(IAtomContainer molecule, int number) {
        return StreamSupport.stream(molecule.atoms().spliterator(), false)
                .anyMatch(atom -> atom.getAtomicNumber() == number);
    }

    /** Protonated amines lose the proton, carboxylates and phenolates gain one; nitro groups are left as they are. */
    private static void neutralise(IAtomContainer molecule) {
        for (IAtom atom : molecule.atoms()) {
            int charge = atom.getFormalCharge();
            int hydrogens = atom.getImplicitHydrogenCount() == null ? 0 : atom.getImplicitHydrogenCount();
            boolean byCharge = StreamSupport.stream(atom.bonds().spliterator(), false)
                    .anyMatch(bond -> bond.getOther(atom).getFormalCharge() != 0);
            if (charge == 1 && atom.getAtomicNumber() == 7 && hydrogens > 0) {
                atom.setFormalCharge(0);
                atom.setImplicitHydrogenCount(hydrogens - 1);
            } else if (charge == -1 && atom.getAtomicNumber() == 8 && !byCharge) {
                atom.setFormalCharge(0);
                atom.setImplicitHydrogenCount(hydrogens + 1);
            }
        }
    }

    /** A spelling that is the same for the same atoms and bonds, whatever their order; stereochemistry does not count. */
    static String key(IAtomContainer parent) {
        try {
            return new SmilesGenerator(SmiFlavor.Unique).create(parent);
        } catch (CDKException e) {
            throw new IllegalStateException("A structure that was read cannot be written", e);
        }
    }
}

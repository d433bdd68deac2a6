package org.vigia.simulation.file;

import java.io.IOException;
import java.nio.file.Path;
import org.vigia.simulation.world.Area;
import org.vigia.simulation.world.Laboratory;

/** Laboratories as format vigia-labs. */
public final class LaboratoryFile implements AutoCloseable {

    private static final String HEADER = "lab_id,occurred_at,status,country,area,place,latitude,longitude,agency,kind,"
            + "capacity,item_kind,substance,cas,quantity,unit,lot,container,seal,description,handling";

    private final CsvFile csv;

    public LaboratoryFile(Path file) throws IOException {
        csv = new CsvFile(file, HEADER);
    }

    /** Writes a laboratory, a row for each thing found. */
    public void write(Laboratory laboratory) throws IOException {
        Area area = laboratory.area();
        for (Laboratory.Item item : laboratory.items()) {
            csv.cell(laboratory.id()).cell(Days.day(laboratory.day())).cell("CONFIRMED");
            csv.cell(area.country())
                    .cell(area.code())
                    .cell(area.place())
                    .empty(2)
                    .cell(area.agency());
            csv.cell(laboratory.kind()).cell(laboratory.capacity());
            csv.cell(item.kind()).cell(item.substance()).cell(item.cas());
            csv.whole(item.quantity()).cell(item.unit());
            csv.cell(item.lot()).cell(item.container()).cell(item.seal()).cell(item.description());
            csv.cell("TLP:AMBER").end();
        }
    }

    /** Rows so far. */
    public long rows() {
        return csv.rows();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}

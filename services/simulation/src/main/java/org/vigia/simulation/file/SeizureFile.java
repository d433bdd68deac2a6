package org.vigia.simulation.file;

import java.io.IOException;
import java.nio.file.Path;
import org.vigia.simulation.world.Area;
import org.vigia.simulation.world.Seizure;
import org.vigia.simulation.world.Shipment.Status;

/** Seizures as format vigia-seizures. */
public final class SeizureFile implements AutoCloseable {

    private static final String HEADER =
            "seizure_id,occurred_at,status,country,area,place,latitude,longitude,agency,mode,"
                    + "concealment,substance,cas,form,quantity,unit,purity_percent,incidents,origin_country,"
                    + "destination_country,organisation,lot,laboratory_result,asset_kind,asset_value,asset_currency,handling";

    private final CsvFile csv;

    public SeizureFile(Path file) throws IOException {
        csv = new CsvFile(file, HEADER);
    }

    public void write(Seizure seizure) throws IOException {
        if (seizure.status() == Status.RETRACTED) {
            csv.cell(seizure.id()).empty(1).cell("RETRACTED").empty(24).end();
            return;
        }
        Area area = seizure.area();
        csv.cell(seizure.id()).cell(Days.instant(seizure.day(), seizure.minute()));
        csv.cell(seizure.status().name()).cell(area.country()).cell(area.code());
        csv.cell(area.place()).empty(2).cell(area.agency()).cell(seizure.mode()).empty(1);
        csv.cell(seizure.drug()).empty(2);
        if (area.country().equals("US")) {
            // A pound is 453.59237 g.
            csv.thousandths(Math.max(1, seizure.grams() * 100_000_000 / 45_359_237))
                    .cell("lb");
        } else {
            csv.thousandths(seizure.grams()).cell("kg");
        }
        if (seizure.purity() > 0) {
            csv.whole(seizure.purity());
        } else {
            csv.empty(1);
        }
        csv.whole(1)
                .empty(3)
                .cell(seizure.lot())
                .cell(seizure.result())
                .empty(3)
                .cell("TLP:AMBER");
        csv.end();
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

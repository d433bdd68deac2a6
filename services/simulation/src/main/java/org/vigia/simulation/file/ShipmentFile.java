package org.vigia.simulation.file;

import java.io.IOException;
import java.nio.file.Path;
import org.vigia.simulation.world.Goods;
import org.vigia.simulation.world.Lane;
import org.vigia.simulation.world.Shipment;
import org.vigia.simulation.world.Shipment.Status;

/** Shipments as format vigia-shipments. */
public final class ShipmentFile implements AutoCloseable {

    private static final String HEADER =
            "shipment_id,line,status,departed_at,arrived_at,mode,origin_country,origin_port,"
                    + "transit_ports,destination_country,destination_port,shipper,shipper_address,consignee,consignee_address,"
                    + "notify_party,broker,containers,seals,description,cas,hs_code,quantity,unit,packages,declared_value,"
                    + "currency,permit,pre_export_notification,handling";

    private static final int CELLS_AFTER_STATUS = 27;

    private final CsvFile csv;

    public ShipmentFile(Path file) throws IOException {
        csv = new CsvFile(file, HEADER);
    }

    /** Writes a shipment, a row for each goods line; a retraction names nothing but the shipment. */
    public void write(Shipment shipment) throws IOException {
        if (shipment.status() == Status.RETRACTED) {
            csv.cell(shipment.id())
                    .empty(1)
                    .cell("RETRACTED")
                    .empty(CELLS_AFTER_STATUS)
                    .end();
            return;
        }
        Lane lane = shipment.lane();
        int line = 0;
        for (Goods goods : shipment.goods()) {
            csv.cell(shipment.id()).whole(++line).cell(shipment.status().name());
            csv.cell(Days.instant(shipment.day(), shipment.minute()))
                    .cell(Days.day(shipment.day() + shipment.sailing()));
            csv.cell("SEA").cell(lane.origin().country()).cell(lane.origin().locode());
            csv.cell(lane.transit())
                    .cell(lane.destination().country())
                    .cell(lane.destination().locode());
            csv.cell(lane.shipper().name()).cell(lane.shipper().address());
            csv.cell(lane.consignee().name()).cell(lane.consignee().address());
            csv.cell(lane.notifyParty()).cell(lane.broker());
            csv.cell(shipment.container()).cell(shipment.seal());
            csv.cell(goods.description()).cell(goods.cas()).cell(goods.hs());
            quantity(goods);
            csv.cell(goods.packages()).hundredths(goods.cents()).cell("USD").cell(shipment.permit());
            csv.cell(
                            shipment.permit().isEmpty()
                                    ? ""
                                    : "PEN-" + shipment.permit().substring(1))
                    .cell("TLP:AMBER");
            csv.end();
        }
    }

    private void quantity(Goods goods) {
        switch (goods.unit()) {
            case "g" -> csv.whole(goods.grams()).cell("g");
            // A pound is 453.59237 g.
            case "lb" ->
                csv.thousandths(Math.max(1, goods.grams() * 100_000_000 / 45_359_237))
                        .cell("lb");
            default -> csv.thousandths(goods.grams()).cell(goods.unit());
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

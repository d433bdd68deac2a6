package org.vigia.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Single shipments over HTTP at a fixed rate, whatever the service answers; the time of each counts from when it was due, so
 * that a service which stalls does not look fast. Arguments: URL, shipments a second, seconds, most connections.
 */
public final class EventBenchmark {

    private static final int WARM_UP_SECONDS = 20;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI uri;
    private final Semaphore connections;
    private final int most;
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    private EventBenchmark(URI uri, int most) {
        this.uri = uri;
        this.most = most;
        connections = new Semaphore(most);
    }

    /** Runs; a warm-up comes first and does not count. */
    public static void main(String[] arguments) throws Exception {
        EventBenchmark benchmark = new EventBenchmark(
                URI.create(arguments[0] + "/v1/precursor-shipments"), Integer.parseInt(arguments[3]));
        int rate = Integer.parseInt(arguments[1]);
        benchmark.run("warm-up", rate, WARM_UP_SECONDS);
        benchmark.run("measured", rate, Integer.parseInt(arguments[2]));
    }

    private void run(String name, int rate, int seconds) throws InterruptedException {
        int events = rate * seconds;
        AtomicLongArray nanos = new AtomicLongArray(events);
        refused.set(0);
        failed.set(0);
        long start = System.nanoTime();
        long step = Duration.ofSeconds(1).toNanos() / rate;
        for (int i = 0; i < events; i++) {
            long due = start + i * step;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            connections.acquire();
            send(name + "-" + start, i, due, nanos);
        }
        connections.acquire(most);
        double taken = (System.nanoTime() - start) / 1e9;
        connections.release(most);
        long[] sorted = new long[events];
        Arrays.setAll(sorted, nanos::get);
        Arrays.sort(sorted);
        System.out.printf(
                "%s: %d shipments in %.1f s (%.0f/s), %d refused, %d failed; ms p50 %.0f, p90 %.0f, p99 %.0f, worst %.0f%n",
                name,
                events,
                taken,
                events / taken,
                refused.get(),
                failed.get(),
                sorted[events / 2] / 1e6,
                sorted[(int) (events * 0.9)] / 1e6,
                sorted[(int) (events * 0.99)] / 1e6,
                sorted[events - 1] / 1e6);
    }

    private void send(String run, int number, long due, AtomicLongArray nanos) {
        String body = """
                {"shipmentId": "%s-%d", "departedAt": "2024-03-05T10:00:00Z", "mode": "SEA",
                 "origin": {"country": "CN", "port": "CNSHA"}, "destination": {"country": "MX", "port": "MXZLO"},
                 "shipper": {"name": "Trading House %d"}, "consignee": {"name": "Importer %d"},
                 "lines": [{"line": 1, "description": "acetone", "cas": "67-64-1", "quantity": {"amount": %d, "unit": "kg"}},
                           {"line": 2, "description": "paper", "quantity": {"amount": 20, "unit": "t"}}]}
                """.formatted(run, number, number % 997, number % 991, number % 5_000 + 1);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var unused = client.sendAsync(request, BodyHandlers.ofString()).whenComplete((answer, error) -> {
            nanos.set(number, System.nanoTime() - due);
            connections.release();
            if (error != null) {
                failed.incrementAndGet();
            } else if (answer.statusCode() != 200) {
                refused.incrementAndGet();
            }
        });
    }
}

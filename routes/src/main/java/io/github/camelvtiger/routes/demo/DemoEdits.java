package io.github.camelvtiger.routes.demo;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Body;

/** Chooses what the demo edits next: now a Contact's mobile number, now a ticket's status. */
public final class DemoEdits {

    private static final List<String> STATUSES = List.of("Open", "In Progress", "Wait For Response", "Closed");

    private final Random random;
    private final boolean tickets;
    private final AtomicInteger number = new AtomicInteger();

    /** @param tickets whether tickets are edited, too */
    public DemoEdits(Random random, boolean tickets) {
        this.random = random;
        this.tickets = tickets;
    }

    public String query() {
        return tickets && random.nextInt(3) == 0
                ? "SELECT id, ticketstatus FROM HelpDesk LIMIT 50"
                : "SELECT id, mobile FROM Contacts LIMIT 50";
    }

    /** @param candidates records that were found by {@link #query()} */
    public Map<String, Object> edit(@Body List<Map<String, Object>> candidates) {
        Map<String, Object> record = candidates.get(random.nextInt(candidates.size()));
        String id = String.valueOf(record.get("id"));
        String field = record.containsKey("ticketstatus") ? "ticketstatus" : "mobile";
        String value = field.equals("mobile")
                ? "+49 151 %07d".formatted(random.nextInt(10_000_000))
                : another(String.valueOf(record.get(field)));
        return Map.of("id", id, field, value);
    }

    private String another(String status) {
        List<String> others =
                STATUSES.stream().filter(each -> !each.equals(status)).toList();
        return others.get(random.nextInt(others.size()));
    }

    /** One was made, well or badly. */
    public void made() {
        number.incrementAndGet();
    }

    /** How many were made. */
    public int number() {
        return number.get();
    }
}

package io.github.camelvtiger.routes.demo;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;

/** Chooses what the demo edits next: now a Contact's mobile number, now a ticket's status. */
public final class DemoEdits {

    static final String EDITED_ID = "demoRecordId";

    private static final List<String> STATUSES = List.of("Open", "In Progress", "Wait For Response", "Closed");

    private final Random random;
    private final DemoLedger ledger;

    DemoEdits(Random random, DemoLedger ledger) {
        this.random = random;
        this.ledger = ledger;
    }

    public String query() {
        return random.nextInt(3) == 0
                ? "SELECT id, ticketstatus FROM HelpDesk LIMIT 50"
                : "SELECT id, mobile FROM Contacts LIMIT 50";
    }

    /** @param candidates records that were found by {@link #query()} */
    public Map<String, Object> edit(@Body List<Map<String, Object>> candidates, Exchange exchange) {
        Map<String, Object> record = candidates.get(random.nextInt(candidates.size()));
        String id = String.valueOf(record.get("id"));
        String field = record.containsKey("ticketstatus") ? "ticketstatus" : "mobile";
        String value = field.equals("mobile")
                ? "+49 151 %07d".formatted(random.nextInt(10_000_000))
                : another(String.valueOf(record.get(field)));
        exchange.setProperty(EDITED_ID, id);
        ledger.expect(id, field, value);
        return Map.of("id", id, field, value);
    }

    private String another(String status) {
        List<String> others =
                STATUSES.stream().filter(each -> !each.equals(status)).toList();
        return others.get(random.nextInt(others.size()));
    }

    public void taken() {
        ledger.edited();
    }

    public void failed(@ExchangeProperty(EDITED_ID) String id) {
        ledger.edited();
        if (id != null) {
            ledger.forget(id);
        }
    }
}

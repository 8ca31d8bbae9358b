package io.github.camelvtiger.simulator.seed;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.ItemTable;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Puts the records of a clone into a store, as they are; users get new access keys. What is equal is stored once. */
final class ClonedRecords {

    private static final int SHARED_VALUES = 100_000;
    private static final String ADMINISTRATOR = "admin";

    private final CrmStore store;
    private final RandomGenerator random;
    private final Map<String, String> shared = new HashMap<>();
    private final Map<ModuleMetadata, Long> greatest = new HashMap<>();

    ClonedRecords(CrmStore store, RandomGenerator random) {
        this.store = store;
        this.random = random;
    }

    void put(ModuleMetadata module, String id, Map<String, String> fields) {
        long number = Long.parseLong(id.substring(id.indexOf('x') + 1));
        fields.replaceAll((name, value) -> shared(value));
        StoredRow row = StoredRow.of(module, number, fields);
        if (module.name().equals(ItemTable.MODULE)) {
            store.items().put(row);
        } else {
            store.table(module.name()).put(row);
        }
        greatest.merge(module, number, Math::max);
        module.numbering()
                .ifPresent(numbering -> store.recordNumberTaken(numbering, fields.getOrDefault(numbering.field(), "")));
        if (module.name().equals("Users")) {
            user(number, fields);
        }
    }

    /** New records get numbers above all of these. */
    void finish() {
        if (store.user(ADMINISTRATOR).isEmpty()) {
            store.addUser(new CrmUser(
                    1,
                    ADMINISTRATOR,
                    FreshServer.key(random),
                    "",
                    "Administrator",
                    "admin@example.com",
                    true,
                    "UTC",
                    2));
        }
        greatest.forEach(store::numberAtLeast);
    }

    private void user(long number, Map<String, String> fields) {
        String decimals = fields.getOrDefault("no_of_currency_decimals", "");
        store.addUser(new CrmUser(
                number,
                fields.getOrDefault("user_name", "user" + number),
                FreshServer.key(random),
                fields.getOrDefault("first_name", ""),
                fields.getOrDefault("last_name", ""),
                fields.getOrDefault("email1", ""),
                fields.getOrDefault("is_admin", "").equals("on"),
                fields.getOrDefault("time_zone", "UTC"),
                decimals.matches("\\d") ? Integer.parseInt(decimals) : 2));
    }

    private String shared(String value) {
        if (shared.size() >= SHARED_VALUES) {
            return shared.getOrDefault(value, value);
        }
        String first = shared.putIfAbsent(value, value);
        return first == null ? value : first;
    }
}

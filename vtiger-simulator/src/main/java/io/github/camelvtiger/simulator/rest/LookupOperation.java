package io.github.camelvtiger.simulator.rest;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.record.Records;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * {@code lookup}: the records that have a phone number or an e-mail address, by module ({@code cloud-rest.md §2}).
 * Numbers are the same if their digits are, addresses without regard to case.
 */
final class LookupOperation implements Operation {

    private static final Map<String, UnaryOperator<String>> TYPES = Map.of(
            "phone", number -> number.replaceAll("\\D", ""),
            "email", address -> address.strip().toLowerCase(Locale.ROOT));

    private final CrmStore store;
    private final Records records;
    private final LookupPlaces places;

    LookupOperation(CrmStore store, Records records) {
        this.store = store;
        this.records = records;
        this.places = new LookupPlaces(store);
    }

    @Override
    public String name() {
        return "lookup";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public Object execute(Call call) {
        String type = call.parameter("type");
        UnaryOperator<String> plain = TYPES.get(type);
        if (plain == null) {
            throw missing("type", "type is to be phone or email");
        }
        String wanted = plain.apply(call.parameter("value"));
        if (wanted.isEmpty()) {
            throw missing("value", "value is to be the " + type + " to look for");
        }
        Map<String, Object> found = new LinkedHashMap<>();
        places.of(call, type).forEach((module, fields) -> {
            List<Map<String, Object>> matching = matching(module, fields, plain, wanted, call.user());
            if (!matching.isEmpty()) {
                found.put(module.name(), matching);
            }
        });
        return found;
    }

    private List<Map<String, Object>> matching(
            ModuleMetadata module, List<String> fields, UnaryOperator<String> plain, String wanted, CrmUser user) {
        return store.table(module.name())
                .live()
                .filter(row -> fields.stream()
                        .anyMatch(field -> plain.apply(row.value(field)).equals(wanted)))
                .filter(row -> store.sharing().readable(row, user))
                .map(StoredRow::id)
                .map(id -> records.retrieve(id, user))
                .toList();
    }

    private static WebserviceException missing(String parameter, String why) {
        return new WebserviceException("MANDATORY_FIELDS_MISSING", parameter + " does not have a value").because(why);
    }
}

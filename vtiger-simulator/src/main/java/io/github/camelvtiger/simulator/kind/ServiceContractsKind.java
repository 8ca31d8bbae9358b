package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.SentElement;
import java.util.HashMap;
import java.util.Map;

/** A contract computes its progress. */
final class ServiceContractsKind implements ModuleKind {

    private static final String UNIT = "tracking_unit";

    @Override
    public Map<String, String> computed(
            StoredRow before, Map<String, String> changes, SentElement element, CrmUser user, String today) {
        StoredRow saved = before.with(changes);
        // True equals every text but the empty one.
        boolean sameUnit = Boolean.TRUE.equals(element.sent().get(UNIT))
                ? !before.value(UNIT).isEmpty()
                : saved.value(UNIT).equals(before.value(UNIT));
        if (sameUnit) {
            return ServiceContractProgress.of(saved::value, today);
        }
        // Another unit counts the closed tickets of the contract again.
        Map<String, String> counted = new HashMap<>(Map.of("used_units", "0.00"));
        counted.putAll(ServiceContractProgress.of(saved.with(counted)::value, today));
        return counted;
    }
}

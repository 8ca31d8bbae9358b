package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.SentElement;
import java.util.Map;

/** A contract computes its progress. */
final class ServiceContractsKind implements ModuleKind {

    @Override
    public Map<String, String> computed(
            StoredRow before, Map<String, String> changes, SentElement element, String today) {
        return ServiceContractProgress.of(before.with(changes)::value, today);
    }
}

package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.client.SweepListener;
import io.github.camelvtiger.client.SweptPage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the feeds of a sync show their sweeps to, for whichever of its modules. It is one bean, bound before anything runs: Camel's registry
 * must not be written to while other threads search it, and modules are found later.
 */
final class ModuleSweeps implements SweepListener {

    private final Map<String, SweepListener> modules = new ConcurrentHashMap<>();

    void put(String module, SweepListener listener) {
        modules.put(module, listener);
    }

    @Override
    public void swept(SweptPage page) {
        modules.get(page.module()).swept(page);
    }
}

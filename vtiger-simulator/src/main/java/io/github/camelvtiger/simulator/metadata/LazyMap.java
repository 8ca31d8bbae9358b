package io.github.camelvtiger.simulator.metadata;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A map that is made when it is first looked into. Descriptions are: a thousand fields have one, few are ever
 * asked for, and to make all of them would be a fifth of the time from the start of the program to its first answer.
 */
final class LazyMap extends AbstractMap<String, Object> {

    private final Lazy<Map<String, Object>> content;

    LazyMap(Supplier<Map<String, Object>> source) {
        this.content = new Lazy<>(source);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return content.get().entrySet();
    }

    @Override
    public Object get(Object key) {
        return content.get().get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        return content.get().containsKey(key);
    }
}

package io.github.camelvtiger.changes;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** A storage of known records that outlives the feed, and can be damaged or lost. */
final class ModelKnown implements KnownStorage {

    private final Runnable beforeWrite;
    private final Map<Long, byte[]> records = new TreeMap<>();
    private final Map<String, String> properties = new HashMap<>();
    private boolean damaged;
    private int losses;

    ModelKnown(Runnable beforeWrite) {
        this.beforeWrite = beforeWrite;
    }

    /** What is on disk. */
    Set<Long> numbers() {
        return records.keySet();
    }

    boolean hasAllHashes() {
        return properties.containsKey("hashes");
    }

    void damage() {
        damaged = true;
    }

    void lose() {
        records.clear();
        properties.clear();
        damaged = false;
        losses++;
    }

    /** How often all was lost. */
    int losses() {
        return losses;
    }

    @Override
    public void numbers(LongConsumer consumer) {
        refuseDamage();
        records.keySet().forEach(consumer::accept);
    }

    @Override
    public Map<Long, byte[]> read(Collection<Long> numbers) {
        refuseDamage();
        Map<Long, byte[]> found = new HashMap<>(records);
        found.keySet().retainAll(numbers);
        return found;
    }

    @Override
    public Map<String, String> properties() {
        refuseDamage();
        return new HashMap<>(properties);
    }

    private void refuseDamage() {
        if (damaged) {
            throw new KnownLostException("The model's storage is damaged.", null);
        }
    }

    @Override
    public void write(KnownUpdate update) {
        beforeWrite.run();
        update.records().forEach((number, content) -> {
            if (content == null) {
                records.remove(number);
            } else {
                records.put(number, content);
            }
        });
        update.properties().forEach((name, text) -> {
            if (text == null) {
                properties.remove(name);
            } else {
                properties.put(name, text);
            }
        });
    }

    @Override
    public void clear() {
        lose();
    }
}

package io.github.camelvtiger.routes.sync.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Records with what a sync adds to them, several at a time, since what is added is asked for together. */
final class CompletedRecords implements Iterator<Map<String, Object>> {

    private final Iterator<Map<String, Object>> records;
    private final RecordExtras extras;
    private final Function<String, Path> fileOf;
    private Iterator<Map<String, Object>> completed =
            List.<Map<String, Object>>of().iterator();

    /** @param fileOf the file of a record by its id */
    CompletedRecords(Iterator<Map<String, Object>> records, RecordExtras extras, Function<String, Path> fileOf) {
        this.records = records;
        this.extras = extras;
        this.fileOf = fileOf;
    }

    @Override
    public boolean hasNext() {
        return completed.hasNext() || records.hasNext();
    }

    @Override
    public Map<String, Object> next() {
        if (!completed.hasNext()) {
            if (!records.hasNext()) {
                throw new NoSuchElementException();
            }
            List<Map<String, Object>> together = new ArrayList<>();
            while (together.size() < extras.together() && records.hasNext()) {
                together.add(records.next());
            }
            try {
                completed = extras.addedTo(together, fileOf).iterator();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return completed.next();
    }
}

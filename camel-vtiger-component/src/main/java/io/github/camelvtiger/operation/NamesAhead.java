package io.github.camelvtiger.operation;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.values.WriteKind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.camel.Message;

/**
 * A write that looks up the names in a hundred records of a batch together. Only the records wait for that
 * themselves, and what is wrong with one of them its own write reports.
 */
final class NamesAhead implements ElementCall {

    private final ElementCall write;
    private final RecordPreparation preparation;
    private final WriteKind kind;
    private final BodyReader bodies;
    private final Function<Message, Optional<String>> module;

    private NamesAhead(
            ElementCall write,
            RecordPreparation preparation,
            WriteKind kind,
            BodyReader bodies,
            Function<Message, Optional<String>> module) {
        this.write = write;
        this.preparation = preparation;
        this.kind = kind;
        this.bodies = bodies;
        this.module = module;
    }

    /** The write itself where no names are resolved. */
    static ElementCall of(
            ElementCall write,
            WritePipeline writes,
            WriteKind kind,
            BodyReader bodies,
            Function<Message, Optional<String>> module) {
        RecordPreparation preparation = writes.preparation();
        return preparation.resolvesNames() ? new NamesAhead(write, preparation, kind, bodies, module) : write;
    }

    @Override
    public CompletableFuture<BatchItem> write(int index, Object element, Optional<String> headerId, Message message) {
        return write.write(index, element, headerId, message);
    }

    @Override
    public Iterator<?> ahead(Iterator<?> batch, Message message) {
        return ahead(write.ahead(batch, message), preparation, kind, bodies, module.apply(message));
    }

    /**
     * The batch again; the names in a hundred of its records are asked for when the first of them is taken.
     *
     * @param module of the records; where they have ids already, those of the ids count
     */
    static Iterator<?> ahead(
            Iterator<?> batch,
            RecordPreparation preparation,
            WriteKind kind,
            BodyReader bodies,
            Optional<String> module) {
        return preparation.resolvesNames()
                ? new ReadAhead(batch, elements -> preparation.lookAhead(kind, module, records(elements, bodies)))
                : batch;
    }

    private static List<Map<String, Object>> records(List<Object> elements, BodyReader bodies) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (Object element : elements) {
            try {
                records.add(bodies.record(element));
            } catch (VtigerException itsOwnWriteTells) {
                continue;
            }
        }
        return records;
    }
}

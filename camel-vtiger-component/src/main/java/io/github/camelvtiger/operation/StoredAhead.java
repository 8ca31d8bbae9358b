package io.github.camelvtiger.operation;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.VtigerException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.camel.Message;

/** A write whose interceptor wants to see what is there before it, which is looked up for a hundred records of a batch together. */
final class StoredAhead implements ElementCall {

    private final ElementCall write;
    private final Consumer<Collection<RecordId>> lookUp;
    private final Function<Object, RecordId> idOf;

    private StoredAhead(ElementCall write, Consumer<Collection<RecordId>> lookUp, Function<Object, RecordId> idOf) {
        this.write = write;
        this.lookUp = lookUp;
        this.idOf = idOf;
    }

    /** The write itself if nobody wants to see it. */
    static ElementCall ofChanges(ElementCall write, ExchangeWriters writers, Function<Object, RecordId> idOf) {
        return writers.interception()
                .<ElementCall>map(it -> new StoredAhead(write, it::changesAhead, idOf))
                .orElse(write);
    }

    /** The same for deletes, of which more is shown. */
    static ElementCall ofDeletes(ElementCall write, ExchangeWriters writers, Function<Object, RecordId> idOf) {
        return writers.interception()
                .<ElementCall>map(it -> new StoredAhead(write, it::deletesAhead, idOf))
                .orElse(write);
    }

    @Override
    public CompletableFuture<BatchItem> write(int index, Object element, Optional<String> headerId, Message message) {
        return write.write(index, element, headerId, message);
    }

    @Override
    public Iterator<?> ahead(Iterator<?> batch, Message message) {
        return new ReadAhead(write.ahead(batch, message), elements -> lookUp.accept(ids(elements)));
    }

    private List<RecordId> ids(List<Object> elements) {
        List<RecordId> ids = new ArrayList<>();
        for (Object element : elements) {
            try {
                ids.add(idOf.apply(element));
            } catch (VtigerException itsOwnWriteTells) {
                continue;
            }
        }
        return ids;
    }
}

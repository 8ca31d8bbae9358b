package io.github.camelvtiger.operation;

import io.github.camelvtiger.client.BatchItem;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Message;

/** The write of one record, alone or as a part of a batch. */
interface ElementCall {

    /** @param element what is to be written: a record, or an id where that is enough */
    CompletableFuture<BatchItem> write(int index, Object element, Optional<String> headerId, Message message);

    /** The batch again, with whatever is done for many of its elements together. */
    default Iterator<?> ahead(Iterator<?> batch, Message message) {
        return batch;
    }
}

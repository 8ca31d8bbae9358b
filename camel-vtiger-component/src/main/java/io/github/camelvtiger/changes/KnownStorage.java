package io.github.camelvtiger.changes;

import java.util.Collection;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * What a feed knows of each record of its module, kept beside the cursor: the record's number and some bytes, whose
 * meaning is the feed's alone. It may hold a million records, so it keeps them on disk. A feed that lost it learns again.
 * Every method throws {@link CursorException} when the storage fails and may work again later, and {@link
 * KnownLostException} when what is stored is damaged; after that the feed calls {@link #clear}. For one thread.
 */
public interface KnownStorage {

    /** Tells the number of every record that is kept. */
    void numbers(LongConsumer consumer);

    /** What is kept of some records, without those of which nothing is. */
    Map<Long, byte[]> read(Collection<Long> numbers);

    /** The few texts that are kept besides, by their names. */
    Map<String, String> properties();

    /** Keeps all of this or nothing of it, so that it survives a crash of the machine. */
    void write(KnownUpdate update);

    /** Forgets all. */
    void clear();
}

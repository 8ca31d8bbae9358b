package io.github.camelvtiger.changes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * Known records in a file of H2's MVStore, a log-structured tree. That guards its structure by checksums, not its values;
 * so each value begins with a checksum of itself and its key. Opened when first used.
 */
final class FileKnownStorage implements KnownStorage, AutoCloseable {

    private static final int CACHE_MEGABYTES = 8;
    /** Small, because what changes lies scattered and each change rewrites its page. */
    private static final int PAGE_BYTES = 4 << 10;

    /** Every so many writes the file is looked through for chunks that are mostly dead. */
    private static final int WRITES_TO_COMPACTION = 8;

    private static final int FULL_ENOUGH_PERCENT = 60;
    private static final int COMPACTED_BYTES = 2 << 20;

    private final String key;
    private final Path file;
    private MVStore store;
    private MVMap<Long, byte[]> records;
    private MVMap<String, byte[]> properties;
    private int writes;

    /** @param key the cursor's name, for messages */
    FileKnownStorage(String key, Path file) {
        this.key = key;
        this.file = file;
    }

    @Override
    public void numbers(LongConsumer consumer) {
        reading(() -> {
            var entries = records.cursor(null);
            while (entries.hasNext()) {
                long number = entries.next();
                unguarded(number, entries.getValue());
                consumer.accept(number);
            }
            return null;
        });
    }

    @Override
    public Map<Long, byte[]> read(Collection<Long> numbers) {
        return reading(() -> {
            Map<Long, byte[]> found = new HashMap<>();
            for (long number : numbers) {
                byte[] guarded = records.get(number);
                if (guarded != null) {
                    found.put(number, unguarded(number, guarded));
                }
            }
            return found;
        });
    }

    @Override
    public Map<String, String> properties() {
        return reading(() -> {
            Map<String, String> texts = new HashMap<>();
            properties.forEach((name, guarded) ->
                    texts.put(name, new String(unguarded(name.hashCode(), guarded), StandardCharsets.UTF_8)));
            return texts;
        });
    }

    @Override
    public void write(KnownUpdate update) {
        try {
            open();
            update.records().forEach((number, content) -> {
                if (content == null) {
                    records.remove(number);
                } else {
                    records.put(number, guarded(number, content));
                }
            });
            update.properties().forEach((name, text) -> {
                if (text == null) {
                    properties.remove(name);
                } else {
                    properties.put(name, guarded(name.hashCode(), text.getBytes(StandardCharsets.UTF_8)));
                }
            });
            store.commit();
            store.sync();
            if (++writes % WRITES_TO_COMPACTION == 0) {
                store.compact(FULL_ENOUGH_PERCENT, COMPACTED_BYTES);
            }
        } catch (MVStoreException e) {
            abandon();
            throw failure("written", e);
        }
    }

    @Override
    public void clear() {
        abandon();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failure("deleted", e);
        }
    }

    @Override
    public void close() {
        if (store != null) {
            try {
                store.close();
            } catch (MVStoreException e) {
                throw failure("closed", e);
            } finally {
                store = null;
            }
        }
    }

    /** Whatever fails in reading says that the file is not as it was written, since it is there and is ours alone. */
    private <T> T reading(Supplier<T> read) {
        try {
            open();
            return read.get();
        } catch (MVStoreException e) {
            abandon();
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED || FileFault.isFullDisk(e) || !Files.isReadable(file)) {
                throw failure("read", e);
            }
            throw new KnownLostException("The file " + file + " is damaged (" + e.getMessage() + ").", e);
        } catch (KnownLostException e) {
            throw e;
        } catch (RuntimeException e) {
            abandon();
            throw new KnownLostException("The file " + file + " is damaged (" + e + ").", e);
        }
    }

    private void open() {
        if (store == null) {
            store = new MVStore.Builder()
                    .fileName(file.toString())
                    .cacheSize(CACHE_MEGABYTES)
                    .pageSplitSize(PAGE_BYTES)
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .open();
            records = store.openMap(
                    "records",
                    new MVMap.Builder<Long, byte[]>()
                            .keyType(LongDataType.INSTANCE)
                            .valueType(ByteArrayDataType.INSTANCE));
            properties = store.openMap(
                    "properties",
                    new MVMap.Builder<String, byte[]>()
                            .keyType(StringDataType.INSTANCE)
                            .valueType(ByteArrayDataType.INSTANCE));
        }
    }

    /** What is not written yet is dropped with it. */
    private void abandon() {
        if (store != null) {
            store.closeImmediately();
            store = null;
        }
    }

    private static byte[] guarded(long key, byte[] content) {
        return ByteBuffer.allocate(Integer.BYTES + content.length)
                .putInt(checksum(key, content))
                .put(content)
                .array();
    }

    private byte[] unguarded(long key, byte[] guarded) {
        if (guarded.length >= Integer.BYTES) {
            byte[] content = Arrays.copyOfRange(guarded, Integer.BYTES, guarded.length);
            if (ByteBuffer.wrap(guarded).getInt() == checksum(key, content)) {
                return content;
            }
        }
        abandon();
        throw new KnownLostException("The file " + file + " is damaged at the entry " + key + ".", null);
    }

    private static int checksum(long key, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(key).flip());
        crc.update(content);
        return (int) crc.getValue();
    }

    private CursorException failure(String what, Exception cause) {
        return new CursorException(
                FileFault.sentence(
                        "What the cursor '" + key + "' knows of the records could not be " + what, file, cause),
                cause);
    }
}

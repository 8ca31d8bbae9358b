package io.github.camelvtiger.changes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Which fields a record was read with, and a hash of 64 bits for each; without the field that {@link StateHash} omits. */
final class FieldHashes {

    private FieldHashes() {}

    /** In an order that does not depend on the server's. */
    static List<String> names(Map<String, Object> fields) {
        return fields.keySet().stream().filter(StateHash::isStable).sorted().toList();
    }

    /** A number for the set of names; never 0. */
    static int numberOf(List<String> names) {
        CRC32 crc = new CRC32();
        crc.update(String.join(",", names).getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue() == 0 ? 1 : (int) crc.getValue();
    }

    static long[] of(List<String> names, Map<String, Object> fields) {
        return names.stream().mapToLong(name -> of(fields.get(name))).toArray();
    }

    static long of(Object value) {
        return ByteBuffer.wrap(StateHash.bytes(Map.of("", value == null ? "" : value)))
                .getLong();
    }
}

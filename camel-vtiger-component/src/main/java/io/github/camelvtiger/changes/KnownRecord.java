package io.github.camelvtiger.changes;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a feed knows of one record. In bytes: nothing where only the id is known, else the number of the set of fields
 * (4 bytes), the hash of all (16) and where wanted that of each field (8 each, in the order of the set).
 *
 * @param fieldSet the number of the set of field names that were hashed; 0 when it is not known
 * @param hash as {@link StateHash} has it; null when only the id is known
 * @param fields a hash for each field of the set; empty when they are not known
 */
record KnownRecord(int fieldSet, String hash, long[] fields) {

    private static final int HASH_BYTES = 16;

    static final KnownRecord ID_ONLY = new KnownRecord(0, null, new long[0]);

    /** In the place of a hash, where an own write changed the fields after the last state that was seen. */
    private static final String OWN = "0".repeat(2 * HASH_BYTES);

    static KnownRecord of(byte[] bytes) {
        if (bytes.length == 0) {
            return ID_ONLY;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int fieldSet = buffer.getInt();
        byte[] hash = new byte[HASH_BYTES];
        buffer.get(hash);
        long[] fields = new long[buffer.remaining() / Long.BYTES];
        buffer.asLongBuffer().get(fields);
        return new KnownRecord(fieldSet, HexFormat.of().formatHex(hash), fields);
    }

    byte[] toBytes() {
        if (hash == null) {
            return new byte[0];
        }
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES + HASH_BYTES + fields.length * Long.BYTES)
                .putInt(fieldSet)
                .put(HexFormat.of().parseHex(hash));
        buffer.asLongBuffer().put(fields);
        return buffer.array();
    }

    /** The same fields, and a hash of all that is newer than theirs. */
    KnownRecord withHash(String newer) {
        return new KnownRecord(fieldSet, newer, fields);
    }

    /** As an own write makes it. */
    static KnownRecord own(int fieldSet, long[] fields) {
        return new KnownRecord(fieldSet, OWN, fields);
    }

    /** Whether the fields are as the last own write left them. */
    boolean isOwn() {
        return OWN.equals(hash);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KnownRecord that && Arrays.equals(toBytes(), that.toBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }

    @Override
    public String toString() {
        return "KnownRecord[" + HexFormat.of().formatHex(toBytes()) + "]";
    }
}

package io.github.camelvtiger.routes.sync.store;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;

/** Random keys that are kept with what syncs have done, so that whoever has the data alone does not have them. */
public final class Secrets {

    private static final int BYTES = 32;

    private final Database database;
    private final SecureRandom random = new SecureRandom();

    Secrets(Database database) {
        this.database = database;
    }

    /** A key, made when it is asked for the first time. */
    public byte[] of(String name) {
        return HexFormat.of().parseHex(database.inTransaction(handle -> find(handle, name)));
    }

    private String find(Handle handle, String name) {
        return handle.createQuery("select secret_value from sync_secret where name = ?")
                .bind(0, name)
                .mapTo(String.class)
                .findOne()
                .orElseGet(() -> make(handle, name));
    }

    private String make(Handle handle, String name) {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        String text = HexFormat.of().formatHex(key);
        handle.execute("insert into sync_secret (name, secret_value) values (?, ?)", name, text);
        return text;
    }
}

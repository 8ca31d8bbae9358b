package io.github.camelvtiger.changes;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database whose user is paused once between the last statement of a transaction and its commit. */
final class PausedBeforeCommit extends StandInDataSource {

    private final DataSource database;
    private Runnable meanwhile = () -> {};

    PausedBeforeCommit(DataSource database) {
        this.database = database;
    }

    /** What others do in the next pause. */
    void meanwhile(Runnable action) {
        meanwhile = action;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = database.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        Runnable action = meanwhile;
                        meanwhile = () -> {};
                        action.run();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}

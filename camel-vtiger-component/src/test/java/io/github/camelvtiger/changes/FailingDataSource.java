package io.github.camelvtiger.changes;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/** A database that is lost at a chosen moment, also right after it has kept what it was sent. */
final class FailingDataSource extends StandInDataSource {

    private static final Set<String> STEPS = Set.of("executeUpdate", "executeQuery", "executeBatch", "commit");

    private final DataSource database;
    private int stepsLeft = Integer.MAX_VALUE;

    FailingDataSource(DataSource database) {
        this.database = database;
    }

    /** The connection is cut behind so many more steps: their effect may be there, but that is not reported. */
    void failAfter(int steps) {
        stepsLeft = steps;
    }

    void work() {
        stepsLeft = Integer.MAX_VALUE;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (stepsLeft < 0) {
            throw lost();
        }
        return (Connection) watched(Connection.class, database.getConnection());
    }

    private Object watched(Class<?> type, Object target) {
        return Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(target, arguments);
                        if (STEPS.contains(method.getName()) && --stepsLeft < 0) {
                            throw lost();
                        }
                        return answer instanceof PreparedStatement ? watched(PreparedStatement.class, answer) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static SQLException lost() {
        return new SQLException("The connection is lost.", "08006");
    }
}

package io.github.camelvtiger.routes;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import java.util.function.Supplier;

/** Connections to a broker that is started with the first of them: nobody may need it. */
final class FirstConnection implements ConnectionFactory {

    private final Supplier<? extends ConnectionFactory> start;
    private ConnectionFactory started;

    /** @param start starts the broker; called once */
    FirstConnection(Supplier<? extends ConnectionFactory> start) {
        this.start = start;
    }

    private synchronized ConnectionFactory started() {
        if (started == null) {
            started = start.get();
        }
        return started;
    }

    @Override
    public Connection createConnection() throws JMSException {
        return started().createConnection();
    }

    @Override
    public Connection createConnection(String user, String password) throws JMSException {
        return started().createConnection(user, password);
    }

    @Override
    public JMSContext createContext() {
        return started().createContext();
    }

    @Override
    public JMSContext createContext(String user, String password) {
        return started().createContext(user, password);
    }

    @Override
    public JMSContext createContext(String user, String password, int mode) {
        return started().createContext(user, password, mode);
    }

    @Override
    public JMSContext createContext(int mode) {
        return started().createContext(mode);
    }
}

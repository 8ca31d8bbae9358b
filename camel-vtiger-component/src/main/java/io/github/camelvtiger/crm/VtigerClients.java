package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.CallListener;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.http.SharedRate;
import io.github.camelvtiger.http.Waits;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Opens clients that share the rate of their requests with those of the same user of the same CRM: the server counts
 * all of them together.
 */
public final class VtigerClients implements AutoCloseable {

    private record User(String crm, String name) {}

    private record Counted(SharedRate rate, Waits waits) {}

    private final CallListener listener;
    private final Map<User, Counted> rates = new ConcurrentHashMap<>();

    /** @param listener learns how the calls of all the clients end */
    public VtigerClients(CallListener listener) {
        this.listener = listener;
    }

    /** @throws IllegalArgumentException when the url is not an http or https address */
    public VtigerClient open(ClientSettings settings) {
        Counted counted =
                rates.computeIfAbsent(new User(settings.crm(), settings.username()), user -> VtigerClients.counted());
        return new VtigerClient(ClientStack.open(settings, counted.rate(), listener));
    }

    private static Counted counted() {
        Waits waits = ClientStack.waits("vtiger-rates");
        return new Counted(new SharedRate(System::nanoTime, waits), waits);
    }

    /** Requests that wait for their turn fail; the clients are closed by whoever opened them. Others may be opened afterwards. */
    @Override
    public void close() {
        rates.values().forEach(counted -> counted.waits().close());
        rates.clear();
    }
}

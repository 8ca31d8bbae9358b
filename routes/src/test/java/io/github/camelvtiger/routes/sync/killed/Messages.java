package io.github.camelvtiger.routes.sync.killed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.ExternalBroker;
import io.github.camelvtiger.routes.sync.RunningSyncs;
import jakarta.jms.JMSException;

/** Messages of a broker become accounts, which nothing but the mark of the message tells apart. */
final class Messages implements KilledSync {

    private static final int MESSAGES = 150;

    private final Surroundings surroundings;
    private int sent;

    Messages(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public String file() {
        return "from: { uri: 'jms:queue:accounts' }\nto: { crm: Accounts }\n";
    }

    @Override
    public void feed() throws JMSException {
        ExternalBroker broker = surroundings.broker();
        for (long waiting = sent - progress(); waiting < MESSAGES; waiting++) {
            String body = "{\"accountname\": \"A" + sent++ + "\"}";
            broker.send("accounts", session -> session.createTextMessage(body));
        }
    }

    @Override
    public long progress() {
        return surroundings.crm().crm().count("Accounts");
    }

    @Override
    public boolean isDone() {
        return surroundings.broker().depth("accounts") == 0;
    }

    @Override
    public void compare(RunningSyncs syncs) {
        assertThat(surroundings.crm().crm().records("Accounts"))
                .extracting(account -> account.get("accountname"))
                .doesNotHaveDuplicates()
                .hasSize(sent);
        assertThat(syncs.store().rejects().open(name())).isEmpty();
    }
}

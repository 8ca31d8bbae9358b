package io.github.camelvtiger.routes.sync.killed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.sync.RunningSyncs;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The leads of another CRM follow the contacts, which change all the time. */
final class FeedIntoCrm implements KilledSync {

    private final Surroundings surroundings;

    FeedIntoCrm(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public String name() {
        return "followed";
    }

    @Override
    public String file() {
        return "from: { crm: Contacts }\nto: { crm: Leads, connection: other, match: [email] }\n"
                + "map: { lastname: lastname, firstname: firstname, email: email, company: { value: Partner } }\n";
    }

    /** By those who change the contacts. */
    @Override
    public void feed() {}

    /** Grows with the leads, and with the number of the last change that has come. */
    @Override
    public long progress() {
        List<Map<String, String>> leads = surroundings.other().crm().records("Leads");
        return leads.size()
                + leads.stream()
                        .map(lead -> lead.get("firstname"))
                        .filter(name -> name.startsWith("F"))
                        .mapToLong(name -> Long.parseLong(name.substring(1)))
                        .max()
                        .orElse(0);
    }

    /** What is deleted in the one stays in the other. */
    @Override
    public boolean isDone() {
        return names(surroundings.other(), "Leads")
                .entrySet()
                .containsAll(names(surroundings.crm(), "Contacts").entrySet());
    }

    private static Map<String, String> names(SimulatorServer server, String module) {
        Map<String, String> names = new TreeMap<>();
        server.crm()
                .records(module)
                .forEach(record ->
                        names.put(record.get("email"), record.get("lastname") + " " + record.get("firstname")));
        return names;
    }

    @Override
    public void compare(RunningSyncs syncs) {
        List<Map<String, String>> leads = surroundings.other().crm().records("Leads");
        JournalOf journal = new JournalOf(syncs.store(), name());
        assertThat(leads).extracting(lead -> lead.get("email")).doesNotHaveDuplicates();
        assertThat(journal.runs())
                .as("a load that is resumed is one run")
                .filteredOn(run -> run.kind() == Run.Kind.LOAD)
                .singleElement()
                .satisfies(load -> assertThat(journal.written(load))
                        .extracting(JournalledWrite::place)
                        .doesNotHaveDuplicates()
                        .hasSizeGreaterThanOrEqualTo(ChangingContacts.STILL));
        assertThat(isDone()).isTrue();
        assertThat(journal.runs().stream()
                        .flatMap(run -> journal.written(run).stream())
                        .filter(write -> write.kind() == JournalledWrite.Kind.CREATE)
                        .map(JournalledWrite::place))
                .as("a record that was killed twice on its way may be without a noted create, but none has two")
                .doesNotHaveDuplicates();
        assertThat(syncs.store().rejects().open(name())).isEmpty();
    }
}

package io.github.camelvtiger.routes.sync.undo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.RecordId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Random runs and random edits by hand, during the run and after it: an undo overwrites no edit, and without edits everything is as before. */
class UndoModelTest {

    private enum Act {
        CREATE,
        CHANGE,
        REFER,
        ITEMS,
        COMMENT,
        DELETE
    }

    /**
     * @param who a person if two, where both take part
     * @param record which of the records that are there
     * @param other one that it may refer to
     * @param ticks whether a second passes before it; edits of one second cannot be told apart by modifiedtime
     */
    private record Step(int who, Act act, int record, int other, boolean ticks) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(Act.class),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(15);
    }

    /** What people did, and what must therefore be so at the end. */
    private static final class Edits {

        private final Map<RecordId, Map<String, Object>> fields = new HashMap<>();
        private final Set<RecordId> created = new HashSet<>();
        private final Set<RecordId> deleted = new HashSet<>();
    }

    private static final class History {

        private final ModelCrm crm = new ModelCrm();
        private final RecordedWrites journal = new RecordedWrites();
        private final Edits edits = new Edits();
        private int unique;

        History() {
            RecordId account = crm.create("Accounts", fields("name", "A0"));
            crm.create("Accounts", fields("name", "A1"));
            RecordId contact = crm.create("Contacts", fields("name", "C0", "account_id", account.toString()));
            crm.create("Contacts", fields("name", "C1", "reports_to", contact.toString()));
            Map<String, Object> invoice = fields("name", "I0", "account_id", account.toString());
            invoice.put("LineItems", items("bolts"));
            crm.create("Invoice", invoice);
        }

        void step(Step step, boolean byHand) {
            if (step.ticks()) {
                crm.tick();
            }
            List<RecordId> there = new ArrayList<>(crm.snapshot().keySet());
            RecordId id = there.isEmpty() ? null : there.get(step.record() % there.size());
            if (id == null && step.act() != Act.CREATE) {
                return;
            }
            RecordId other = there.isEmpty() ? null : there.get(step.other() % there.size());
            String value = "v" + unique++;
            switch (step.act()) {
                case CREATE -> {
                    String module = List.of("Accounts", "Contacts").get(step.record() % 2);
                    Map<String, Object> fields = fields("name", value);
                    if (module.equals("Contacts")
                            && other != null
                            && ModelCrm.module(other).equals("Accounts")) {
                        fields.put("account_id", other.toString());
                    }
                    create(byHand, module, fields);
                }
                case CHANGE -> change(byHand, id, fields("name", value));
                case REFER ->
                    ModelCrm.references(ModelCrm.module(id))
                            .filter(field -> field.refersTo().contains(ModelCrm.module(other)))
                            .findFirst()
                            .ifPresent(field -> change(byHand, id, fields(field.name(), other.toString())));
                case ITEMS -> {
                    if (ModelCrm.module(id).equals("Invoice")) {
                        Map<String, Object> fields = new LinkedHashMap<>();
                        fields.put("LineItems", items(value));
                        change(byHand, id, fields);
                    }
                }
                case COMMENT -> {
                    if (byHand && List.of("Accounts", "Contacts").contains(ModelCrm.module(id))) {
                        create(true, "ModComments", fields("name", value, "related_to", id.toString()));
                    }
                }
                case DELETE -> delete(byHand, id);
            }
        }

        private void create(boolean byHand, String module, Map<String, Object> fields) {
            if (byHand) {
                RecordId id = crm.create(module, fields);
                edits.created.add(id);
                edits.fields.put(id, new HashMap<>(fields));
            } else {
                crm.create(module, List.of(fields), journal);
            }
        }

        private void change(boolean byHand, RecordId id, Map<String, Object> fields) {
            if (byHand) {
                crm.change(id, fields);
                edits.fields.computeIfAbsent(id, key -> new HashMap<>()).putAll(fields);
            } else {
                fields.put("id", id.toString());
                crm.revise(List.of(fields), journal);
            }
        }

        private void delete(boolean byHand, RecordId id) {
            if (byHand) {
                crm.delete(id);
                edits.deleted.add(id);
            } else {
                crm.delete(List.of(id), journal);
            }
        }

        /** An edit that leaves the value of the run cannot be told from none. */
        Object lastWritten(RecordId id, String field) {
            return journal.made().stream()
                    .filter(write -> write.id().equals(id) && write.sent().containsKey(field))
                    .reduce((one, later) -> later)
                    .map(write -> write.answered().get(field))
                    .orElse(null);
        }

        UndoPlan plan() {
            return plan("run", journal);
        }

        UndoPlan plan(String run, RecordedWrites writes) {
            return new UndoPlanner(crm, run).plan(writes.made());
        }

        UndoResult apply(UndoPlan plan) {
            return new Undo(crm, crm, new RecordedWrites()).apply(plan);
        }

        private static Map<String, Object> fields(String... namesAndValues) {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                fields.put(namesAndValues[i], namesAndValues[i + 1]);
            }
            return fields;
        }

        private static List<Map<String, Object>> items(String comment) {
            return List.of(Map.of("productid", "6x1", "quantity", "2.000", "comment", comment));
        }
    }

    @Property(tries = 1000)
    void withoutEditsEverythingIsAsBefore(@ForAll("steps") List<Step> run) {
        History history = new History();
        Map<RecordId, Map<String, Object>> before = history.crm.snapshot();
        run.forEach(step -> history.step(step, false));
        UndoPlan plan = history.plan();
        UndoResult result = history.apply(plan);

        assertThat(plan.stays()).isEmpty();
        assertThat(result.stays()).isEmpty();
        assertAsBefore(history, before, result.recreated());
    }

    private static void assertAsBefore(
            History history, Map<RecordId, Map<String, Object>> before, Map<RecordId, RecordId> recreated) {
        Map<RecordId, Map<String, Object>> expected = new TreeMap<>();
        before.forEach((id, record) -> expected.put(recreated.getOrDefault(id, id), comparable(record, recreated)));
        Map<RecordId, Map<String, Object>> after = new TreeMap<>();
        history.crm.snapshot().forEach((id, record) -> after.put(id, comparable(record, recreated)));
        assertThat(after).isEqualTo(expected);
    }

    private static Map<String, Object> comparable(Map<String, Object> record, Map<RecordId, RecordId> recreated) {
        Map<String, Object> comparable = new LinkedHashMap<>(record);
        comparable.keySet().removeAll(Set.of("modifiedtime", "account_no", "source"));
        comparable.replaceAll((field, value) -> StoredValues.renamed(value, recreated));
        return comparable;
    }

    /** Killed before the record of a write is changed, or after it and before the journal has that. */
    @Property(tries = 1000)
    void oneThatWasKilledGoesOn(
            @ForAll("steps") List<Step> run, @ForAll @IntRange(max = 12) int writes, @ForAll boolean afterwards) {
        History history = new History();
        Map<RecordId, Map<String, Object>> before = history.crm.snapshot();
        run.forEach(step -> history.step(step, false));
        try {
            new Undo(history.crm, history.crm, new KilledJournal(writes, afterwards)).apply(history.plan());
        } catch (KilledJournal.Killed killed) {
            history.crm.tick();
        }

        UndoPlan plan = history.plan();
        UndoResult result = history.apply(plan);

        assertThat(plan.stays()).isEmpty();
        assertThat(result.stays()).isEmpty();
        Map<RecordId, RecordId> recreated = new HashMap<>(plan.recreated());
        recreated.putAll(result.recreated());
        assertAsBefore(history, before, recreated);
        assertThat(history.plan().isEmpty()).as("nothing is left to undo").isTrue();
    }

    @Property(tries = 2000)
    void noEditAfterTheRunIsOverwritten(@ForAll("steps") List<Step> run, @ForAll("steps") List<Step> edits) {
        History history = new History();
        run.forEach(step -> history.step(step, false));
        edits.forEach(step -> history.step(step, true));
        Map<RecordId, Map<String, Object>> edited = history.crm.snapshot();
        UndoResult result = history.apply(history.plan());
        assertEditsHold(history, edited, result);
    }

    @Property(tries = 2000)
    void norIsOneDuringTheRun(@ForAll("steps") List<Step> mixed) {
        History history = new History();
        mixed.forEach(step -> history.step(step, step.who() == 2));
        Map<RecordId, Map<String, Object>> edited = history.crm.snapshot();
        UndoResult result = history.apply(history.plan());
        assertEditsHold(history, edited, result);
    }

    /** What is as a person left it when the undo begins is so when it ends. */
    private static void assertEditsHold(History history, Map<RecordId, Map<String, Object>> edited, UndoResult result) {
        history.edits.fields.forEach((id, fields) -> fields.forEach((field, value) -> {
            if (edited.containsKey(id)
                    && value.equals(edited.get(id).get(field))
                    && !value.equals(history.lastWritten(id, field))) {
                assertThat(history.crm.has(id)).as("%s, which was edited", id).isTrue();
                assertThat(history.crm.record(id).get(field))
                        .as("%s of %s", field, id)
                        .isEqualTo(value);
            }
        }));
        history.edits.created.stream().filter(edited::containsKey).forEach(id -> assertThat(history.crm.has(id))
                .as("%s, which a person created", id)
                .isTrue());
        history.edits.deleted.forEach(id -> assertThat(history.crm.has(id))
                .as("%s, which a person deleted", id)
                .isFalse());
        assertThat(result.recreated().keySet()).noneMatch(history.edits.deleted::contains);
    }

    /** An edit between plan and undo is an edit as well. */
    @Property(tries = 1000)
    void norIsOneBetweenThePlanAndItsExecution(@ForAll("steps") List<Step> run, @ForAll("steps") List<Step> late) {
        History history = new History();
        run.forEach(step -> history.step(step, false));
        UndoPlan plan = history.plan();
        history.crm.tick();
        late.forEach(step -> history.step(step, true));
        Map<RecordId, Map<String, Object>> edited = history.crm.snapshot();
        UndoResult result = history.apply(plan);
        assertEditsHold(history, edited, result);
    }

    @Property(tries = 300)
    void anUndoIsARunThatCanBeUndone(@ForAll("steps") List<Step> run) {
        History history = new History();
        run.forEach(step -> history.step(step, false));
        Map<RecordId, Map<String, Object>> done = history.crm.snapshot();
        RecordedWrites undone = new RecordedWrites();
        UndoPlan plan = history.plan();
        new Undo(history.crm, history.crm, undone).apply(plan);

        UndoPlan again = history.plan("undo", undone);
        UndoResult result = new Undo(history.crm, history.crm, new RecordedWrites()).apply(again);

        assertThat(history.crm.snapshot()).hasSameSizeAs(done);
        assertThat(again.stays()).isEmpty();
        assertThat(result.stays()).isEmpty();
    }
}

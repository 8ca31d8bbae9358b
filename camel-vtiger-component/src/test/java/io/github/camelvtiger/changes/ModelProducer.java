package io.github.camelvtiger.changes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * The application's own producer, which writes what a target has already: its writes reach the target when they are
 * answered, and are then told to the feed.
 */
final class ModelProducer {

    private record Pending(ModelCrm.Save save, boolean creates) {}

    private final ModelCrm crm;
    /** What the target has of each record. */
    private final Map<Long, Map<String, Object>> target;

    /** The number of the last record that the target is taken to have, although it may not be to be seen yet. */
    private long takenForGranted;

    private final List<Pending> pending = new ArrayList<>();
    private final List<ProducerWrite> told = new ArrayList<>();

    private final LongConsumer overwritten;

    /** @param overwritten receives the record that has none of its earlier values any more */
    ModelProducer(ModelCrm crm, Map<Long, Map<String, Object>> target, LongConsumer overwritten) {
        this.crm = crm;
        this.target = target;
        this.overwritten = overwritten;
    }

    void edit(int from, long firstGap, long secondGap) {
        for (long number : crm.numbers(from, 1)) {
            crm.save(number, firstGap, secondGap).ifPresent(save -> pending.add(new Pending(save, false)));
        }
    }

    void create(long firstGap, long secondGap) {
        crm.create(1, firstGap, secondGap);
        long number = crm.lastNumber();
        pending.add(new Pending(
                new ModelCrm.Save(number, 1, crm.modifiedTime(number), crm.now() + firstGap + secondGap), true));
    }

    void delete(int from) {
        for (long number : crm.numbers(from, 1)) {
            crm.delete(number);
            target.remove(number);
            told.add(ProducerWrite.deleted(crm.id(number)));
        }
    }

    /** The answers that have come by now. */
    void receive() {
        List<Pending> answered = pending.stream()
                .filter(each -> each.save().landed() <= crm.now())
                .toList();
        pending.removeAll(answered);
        answered.forEach(this::receive);
    }

    private void receive(Pending answered) {
        long number = answered.save().number();
        RecordState state = crm.visible().get(number);
        if (state == null) {
            return;
        }
        Map<String, Object> answer = new HashMap<>(state.fields());
        if (answered.creates()) {
            answer.put("createdtime", ModelCrm.text(state.createdTime()));
            ProducerWrite.created(answer).ifPresent(write -> {
                told.add(write);
                target.put(number, state.fields());
            });
            return;
        }
        String version = String.valueOf(answered.save().version());
        List<String> asSent = List.of("first", "second").stream()
                .filter(field -> version.equals(answer.get(field)))
                .toList();
        ProducerWrite.changed(answer, asSent).ifPresent(told::add);
        overwritten.accept(number);
        Map<String, Object> before = target.get(number);
        if (before != null) {
            Map<String, Object> now = new HashMap<>(before);
            asSent.forEach(field -> now.put(field, version));
            now.put("modifiedtime", answer.get("modifiedtime"));
            target.put(number, now);
        } else if (number <= takenForGranted) {
            target.put(number, state.fields());
        }
    }

    /** The target has what is there now, as a feed that begins now takes it. */
    void takeForGranted() {
        takenForGranted = crm.lastNumber();
        crm.visible().forEach((number, state) -> target.put(number, state.fields()));
    }

    /** What was reported since. */
    List<ProducerWrite> take() {
        List<ProducerWrite> taken = List.copyOf(told);
        told.clear();
        return taken;
    }

    /** Its process dies: nobody gets the answers that have not come, and the feed learns no more. */
    void die() {
        pending.clear();
        told.clear();
    }
}

package io.github.camelvtiger.changes;

import io.github.camelvtiger.changes.HistoryStep.ChangeOwner;
import io.github.camelvtiger.changes.HistoryStep.ChangeSilently;
import io.github.camelvtiger.changes.HistoryStep.Create;
import io.github.camelvtiger.changes.HistoryStep.Delete;
import io.github.camelvtiger.changes.HistoryStep.Edit;
import io.github.camelvtiger.changes.HistoryStep.OwnCreate;
import io.github.camelvtiger.changes.HistoryStep.OwnDelete;
import io.github.camelvtiger.changes.HistoryStep.OwnEdit;
import java.time.Duration;
import java.util.Random;

/** Those who change the records of a {@link ModelCrm}, and what the feed must report of it. */
final class ModelClients {

    /** The gaps in the steps suit a feed with this option verifyDelay; with a shorter one they are shorter. */
    static final Duration LONGEST_VERIFY_DELAY = Duration.ofSeconds(120);

    private static final int LONGEST_LOCK_WAIT = 30_000;

    private final ModelCrm crm;
    private final ModelProducer producer;
    private final ModelRoute route;
    private final FeedDebts debts;
    private final FeedWatch watch;
    private final Duration verifyDelay;

    /** @param verifyDelay outlasts every save; 2 seconds or more */
    ModelClients(
            ModelCrm crm,
            ModelProducer producer,
            ModelRoute route,
            FeedDebts debts,
            FeedWatch watch,
            Duration verifyDelay) {
        this.crm = crm;
        this.producer = producer;
        this.route = route;
        this.debts = debts;
        this.watch = watch;
        this.verifyDelay = verifyDelay;
        crm.longestLockWait(scaled(LONGEST_LOCK_WAIT));
    }

    /** A second is lost to the times, which bear whole ones. */
    long scaled(long millis) {
        return millis * (verifyDelay.toMillis() - 1_000) / (LONGEST_VERIFY_DELAY.toMillis() - 1_000);
    }

    /** What may happen between two requests. */
    void happenMeanwhile(Random random) {
        crm.edit(
                random.nextInt(30),
                1 + random.nextInt(3),
                scaled(random.nextInt(2_000)),
                scaled(random.nextInt(2_000)));
        switch (random.nextInt(12)) {
            case 0 -> delete(new Delete(random.nextInt(30), 1));
            case 1 -> crm.create(1, scaled(random.nextInt(2_000)), scaled(random.nextInt(2_000)));
            case 2 -> changeSilently(new ChangeSilently(random.nextInt(30), 1));
            case 3, 4 -> edit(new OwnEdit(random.nextInt(30), random.nextInt(2_000), random.nextInt(2_000)));
            default -> {}
        }
    }

    void run(HistoryStep step) {
        switch (step.getClass().getSimpleName()) {
            case "Create" -> create((Create) step);
            case "Edit" -> edit((Edit) step);
            case "Delete" -> delete((Delete) step);
            case "OwnEdit" -> edit((OwnEdit) step);
            case "OwnCreate" -> create((OwnCreate) step);
            case "OwnDelete" -> delete((OwnDelete) step);
            case "ChangeSilently" -> changeSilently((ChangeSilently) step);
            case "ChangeOwner" -> changeOwner((ChangeOwner) step);
            default -> throw new IllegalArgumentException("No client takes the step " + step);
        }
    }

    private void create(Create step) {
        crm.create(step.count(), scaled(step.firstGap()), scaled(step.secondGap()));
    }

    private void edit(Edit step) {
        crm.edit(step.from(), step.count(), scaled(step.firstGap()), scaled(step.secondGap()));
    }

    private void delete(Delete step) {
        for (long number : crm.numbers(step.from(), step.count())) {
            debts.gone(number);
            crm.delete(number);
        }
    }

    private void edit(OwnEdit step) {
        if (watch.ignoresOwn) {
            producer.edit(step.from(), scaled(step.firstGap()), scaled(step.secondGap()));
        } else {
            edit(new Edit(step.from(), 1, step.firstGap(), step.secondGap()));
        }
    }

    private void create(OwnCreate step) {
        if (watch.ignoresOwn) {
            producer.create(scaled(step.firstGap()), scaled(step.secondGap()));
        } else {
            create(new Create(1, step.firstGap(), step.secondGap()));
        }
    }

    private void delete(OwnDelete step) {
        if (watch.ignoresOwn) {
            crm.numbers(step.from(), 1).forEach(debts::back);
            producer.delete(step.from());
        } else {
            delete(new Delete(step.from(), 1));
        }
    }

    private void changeSilently(ChangeSilently step) {
        for (long number : crm.numbers(step.from(), step.count())) {
            debts.changedSilently(number);
            crm.changeSilently(number);
        }
    }

    private void changeOwner(ChangeOwner step) {
        for (long number : crm.numbers(step.from(), 1)) {
            debts.gone(number);
            if (crm.changeOwner(number)) {
                debts.back(number);
                // If it is deleted before it was delivered, that is reported for a reason.
                route.forget(number);
            }
        }
    }
}

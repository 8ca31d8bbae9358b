package io.github.camelvtiger.routes.manage.page;

import io.github.camelvtiger.routes.sync.command.SyncWork;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.store.Run;
import java.util.Map;
import java.util.function.Function;

/** What the buttons of the page do: commands as a person gives them on a command line, for syncs and runs that are there. */
final class FormActions {

    private static final String UNDO = "sync undo ";
    private static final String DRY = " --dry-run";

    private final PageWork work;
    private final Actions actions;

    FormActions(PageWork work, Actions actions) {
        this.work = work;
        this.actions = actions;
    }

    /**
     * @param field the value of a field of the form; empty if it has none
     * @return the id of the action
     * @throws IllegalArgumentException for a button that there is not, or a sync or run that is not there
     */
    String begin(String person, Function<String, String> field) {
        String button = field.apply("do");
        return switch (button) {
            case "retry" -> sync(person, "rejects", name(field), "--retry");
            case "drop" -> sync(person, "rejects", name(field), "--drop");
            case "approve" -> sync(person, "run", name(field), "--approve");
            case "check" -> sync(person, "check", anyName(field));
            case "verify" -> sync(person, "verify", name(field));
            case "write" -> sync(person, approval(run(field)));
            case "undo-plan" -> sync(person, "undo", run(field).id(), "--dry-run");
            case "undo" -> sync(person, "undo", run(field).id());
            case "release" -> {
                String route = work.parked().stream()
                        .map(PageWork.ParkedFeed::route)
                        .filter(field.apply("route")::equals)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("No such route has parked records."));
                yield actions.begin(person, "release the parked records of " + route, () -> work.release(route));
            }
            case "doctor" -> actions.begin(person, "doctor", work::doctor);
            default -> throw new IllegalArgumentException("There is no button '" + button + "'.");
        };
    }

    private String sync(String person, String... arguments) {
        return actions.begin(person, "sync " + String.join(" ", arguments), () -> work.sync(arguments));
    }

    private String name(Function<String, String> field) {
        String name = field.apply("sync");
        syncs().require(name);
        return name;
    }

    /** Also of a sync whose file has faults. */
    private String anyName(Function<String, String> field) {
        return work.names().stream()
                .filter(field.apply("sync")::equals)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no such sync file."));
    }

    private Run run(Function<String, String> field) {
        return syncs().store()
                .runs()
                .find(field.apply("run"))
                .orElseThrow(() -> new IllegalArgumentException("There is no run '" + field.apply("run") + "'."));
    }

    private String[] approval(Run run) {
        SyncDefinition definition = syncs().definitions().stream()
                .filter(sync -> sync.name().equals(run.sync()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no sync '" + run.sync() + "' any more."));
        return StoppedRun.approval(run, definition)
                .orElseThrow(() ->
                        new IllegalArgumentException("The file of the run " + run.id() + " is not there any more."));
    }

    private SyncWork syncs() {
        return work.syncs()
                .orElseThrow(() -> new IllegalArgumentException("The syncs run in another instance, or not yet."));
    }

    /** What can be done next: an undo after its dry run. */
    Map<String, String> next(Actions.Action action) {
        boolean isDryRun = action.output() != null
                && action.output().done()
                && action.command().startsWith(UNDO)
                && action.command().endsWith(DRY);
        return isDryRun
                ? Map.of(
                        "do",
                        "undo",
                        "run",
                        action.command()
                                .substring(UNDO.length(), action.command().length() - DRY.length()))
                : Map.of();
    }
}

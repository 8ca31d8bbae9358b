package io.github.camelvtiger.diagnosis;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.crm.VtigerClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** What the CRM hides from a user who is not an administrator, and forbids. */
final class UserRights {

    private final VtigerClient client;

    UserRights(VtigerClient client) {
        this.client = client;
    }

    CompletableFuture<List<Finding>> of(ConnectionFacts facts) {
        return facts.administrator()
                ? CompletableFuture.completedFuture(List.of())
                : descriptions().thenApply(UserRights::findings);
    }

    /** Of the modules that the user may see, one after the other; one that cannot be described is left out. */
    private CompletableFuture<List<ModuleDescription>> descriptions() {
        List<ModuleDescription> descriptions = new ArrayList<>();
        return client.listTypes()
                .thenCompose(modules -> {
                    CompletableFuture<Void> described = CompletableFuture.completedFuture(null);
                    for (String module : modules) {
                        described = described.thenCompose(
                                before -> client.describe(module).handle((description, failure) -> {
                                    if (failure == null) {
                                        descriptions.add(description);
                                    }
                                    return null;
                                }));
                    }
                    return described;
                })
                .handle((done, failure) -> descriptions);
    }

    private static List<Finding> findings(List<ModuleDescription> modules) {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(
                Severity.NOTE,
                "user",
                "the user is not an administrator: records, fields and modules that he may not see look as if they did not exist,"
                        + " a change of sharing looks like new or deleted records, and counts of Users are refused",
                "let the integration be a user of its own who is an administrator, if it must see everything"));
        forbidden(findings, modules, "create", module -> isOff(module, "createable"));
        forbidden(findings, modules, "change", module -> isOff(module, "updateable"));
        forbidden(findings, modules, "delete", module -> isOff(module, "deleteable"));
        return findings;
    }

    private static boolean isOff(ModuleDescription module, String right) {
        return Boolean.FALSE.equals(module.raw().get(right));
    }

    private static void forbidden(
            List<Finding> findings, List<ModuleDescription> modules, String act, Predicate<ModuleDescription> refuses) {
        List<String> names =
                modules.stream().filter(refuses).map(ModuleDescription::name).toList();
        if (!names.isEmpty()) {
            findings.add(new Finding(
                    Severity.NOTE,
                    "rights",
                    "the user may not " + act + " records of " + String.join(", ", names),
                    "change the user's profile where the integration needs it"));
        }
    }
}

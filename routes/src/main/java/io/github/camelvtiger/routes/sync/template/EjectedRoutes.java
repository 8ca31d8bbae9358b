package io.github.camelvtiger.routes.sync.template;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The routes of a sync as text, for people who want to own them. Camel's own dump of a route is not used: its loader refuses parts
 * of it, and it has the values of settings in it.
 */
public final class EjectedRoutes {

    private static final Pattern BEAN = Pattern.compile("ref: \"?([\\w.-]+)|=#([\\w.-]+)|\"#([\\w.-]+)");
    private static final Pattern CONFIGURATION = Pattern.compile("routeConfigurationId: ([\\w-]+)");

    private final SyncDefinition sync;
    private final UnaryOperator<String> unresolved;

    /**
     * @param sync with the values of settings in it
     * @param unresolved puts {@code {{setting}}} back in place of the value that the sync file has from there
     */
    public EjectedRoutes(SyncDefinition sync, UnaryOperator<String> unresolved) {
        this.sync = sync;
        this.unresolved = unresolved;
    }

    /** A file that {@link OwnRoutes} takes. */
    public String text(List<SyncRoute> routes) {
        List<String> parts = new ArrayList<>();
        Set<String> explained = new HashSet<>();
        for (SyncRoute route : routes) {
            TemplateText template = TemplateText.of(route.template());
            parts.add((explained.add(route.template()) ? template.explanation() : "")
                    + template.filled(route, unresolved));
        }
        String text = String.join("\n", parts);
        return heading(text) + "\n" + text;
    }

    private String heading(String text) {
        String file = sync.file().getFileName().toString();
        String own = OwnRoutes.file(sync).getFileName().toString();
        Set<String> beans = names(BEAN, text);
        Set<String> configurations = names(CONFIGURATION, text);
        return """
                # The routes of the sync %s (%s), as its templates make them. Written by 'sync eject %s'.
                #
                # To own them, keep this as %s beside %s. From then on the application takes these
                # routes in place of its own, so the two never run side by side; without this file it makes its own again. Routes
                # may be changed, removed and added; '%s' must stay, since commands run the sync through it.
                # 'enabled: false' in %s switches these off, too.
                #
                # Mapping, limits, plans, journal, rejects and undo remain those of %s. What it says of the routes
                # themselves (modules, directory, where, match, cron, sweep, connection, deletions) is written out here, and a
                # later change of it there changes nothing here: eject again.
                #
                # The application provides, by name, the beans %s%s.
                # {{...}} are settings of application.properties.
                """
                .formatted(
                        sync.name(),
                        file,
                        sync.name(),
                        own,
                        file,
                        routeThatStays(),
                        file,
                        file,
                        String.join(", ", beans),
                        configurations.isEmpty()
                                ? ""
                                : "\n# and the route configurations " + String.join(", ", configurations)
                                        + " (what happens if a step fails)");
    }

    private String routeThatStays() {
        return SyncRouteList.runId(sync.name());
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(EjectedRoutes::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String group(MatchResult match) {
        for (int group = 1; group < match.groupCount(); group++) {
            if (match.group(group) != null) {
                return match.group(group);
            }
        }
        return match.group(match.groupCount());
    }
}

package io.github.camelvtiger.routes.settings;

import java.util.Optional;
import java.util.regex.Pattern;

/** A path in ZooKeeper. */
final class NodePath implements Check {

    private static final Pattern PATH = Pattern.compile("(/[^/\\s]+)+");

    @Override
    public Optional<String> fault(String value) {
        return PATH.matcher(value).matches()
                ? Optional.empty()
                : Optional.of("which is not a path in ZooKeeper; write for example /vtiger-routes");
    }
}

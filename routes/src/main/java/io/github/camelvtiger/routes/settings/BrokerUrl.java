package io.github.camelvtiger.routes.settings;

import java.util.Optional;
import java.util.regex.Pattern;

/** The address of an ActiveMQ Artemis, or several in brackets. */
final class BrokerUrl implements Check {

    private static final Pattern ONE =
            Pattern.compile("(tcp|vm|udp)://[^\\s/?#@(),;]+(:\\d{1,5})?/?(\\?[^\\s(),]*)?(#.*)?");
    private static final Pattern SEVERAL = Pattern.compile("\\((?<list>.*)\\)(\\?[^\\s()]*)?");
    private static final Pattern USER = Pattern.compile("//[^?]*@");

    @Override
    public Optional<String> fault(String value) {
        if (USER.matcher(value).find()) {
            return Optional.of(
                    "which holds a user or a password before an @, where Artemis reads none; set broker.username and"
                            + " broker.password instead");
        }
        var several = SEVERAL.matcher(value);
        String list = several.matches() ? several.group("list") : value;
        boolean allFit = true;
        for (String each : list.split(",", -1)) {
            allFit &= ONE.matcher(each.strip()).matches();
        }
        return allFit
                ? Optional.empty()
                : Optional.of("which is not the address of an ActiveMQ Artemis; write tcp://host:61616, or several as"
                        + " (tcp://one:61616,tcp://two:61616)");
    }
}

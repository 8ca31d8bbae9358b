package io.github.camelvtiger.routes.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The settings that others need beside them.
 *
 * @param values sound or not
 * @param once whether the application runs with {@code --once}, where no cluster is joined
 */
record RequiredSettings(Map<String, String> values, boolean once) {

    List<SettingFault> faults() {
        List<SettingFault> faults = new ArrayList<>();
        if (isSet("vtiger.url")) {
            require(faults, "vtiger.username", "vtiger.url is set");
            require(faults, "vtiger.access-key", "vtiger.url is set (or use the environment: VTIGER_ACCESS_KEY)");
            if (!once && "zookeeper".equalsIgnoreCase(values.get("cluster.service"))) {
                require(faults, "cluster.zookeeper.nodes", "cluster.service is zookeeper");
                require(faults, "cursor.jdbc.url", "with cluster.service=zookeeper the hosts share their cursors");
                require(faults, "store.url", "with cluster.service=zookeeper the hosts share what syncs have done");
            }
        }
        return faults;
    }

    /** What is set for something that is not used. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (isSet("vtiger.username") && !isSet("vtiger.url")) {
            warnings.add("vtiger.username is set, but vtiger.url is not, so the demo runs; set vtiger.url to work with"
                    + " your CRM.");
        }
        if ((isSet("broker.username") || isSet("broker.password")) && !isSet("broker.url")) {
            warnings.add("A user or a password of the message broker is set, but broker.url is not, so the embedded"
                    + " broker is used; set broker.url to use yours.");
        }
        return warnings;
    }

    private void require(List<SettingFault> faults, String name, String because) {
        if (!isSet(name)) {
            faults.add(new SettingFault(
                    name, "The setting " + name + " is missing: " + because + "; set it in application.properties."));
        }
    }

    private boolean isSet(String name) {
        return !values.getOrDefault(name, "").isEmpty();
    }
}

package io.github.camelvtiger.routes.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The address of a CRM. */
final class WebAddress implements Check {

    private static final int HIGHEST_PORT = 65_535;
    private static final String CURE =
            "; write it as in the browser before /index.php, such as https://crm.example.com";

    @Override
    public Optional<String> fault(String value) {
        try {
            URI address = new URI(value);
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (address.getRawUserInfo() != null || value.contains("@")) {
                return Optional.of("which holds a user or a password; remove it with the @, and set"
                        + " vtiger.username and vtiger.access-key instead");
            }
            if (!web || address.getHost() == null || address.getPort() > HIGHEST_PORT || address.getPort() == 0) {
                return Optional.of("which is not an http or https address" + CURE);
            }
            return address.getRawQuery() == null && address.getRawFragment() == null
                    ? Optional.empty()
                    : Optional.of("which has a part that begins with ? or #" + CURE);
        } catch (URISyntaxException e) {
            return Optional.of("which is not an http or https address" + CURE);
        }
    }
}

package io.github.camelvtiger;

import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.RateNumbers;
import io.github.camelvtiger.client.SessionNumbers;
import io.github.camelvtiger.crm.VtigerClient;

/**
 * What one connection is doing at a moment.
 *
 * @param crm the address of the CRM, without credentials
 * @param user the name of the connection's user
 */
public record ClientStatus(String crm, String user, SessionNumbers sessions, RateNumbers rate) {

    static ClientStatus of(ClientSettings settings, VtigerClient client) {
        return new ClientStatus(settings.crm(), settings.username(), client.sessions(), client.rates());
    }
}

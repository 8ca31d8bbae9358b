package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.ClientSettings;
import java.time.Duration;

/** Clients of a server of Vtiger Cloud. */
final class RestClient {

    static final String ACCESS_KEY = "TopSecretKey4711";

    private RestClient() {}

    static VtigerClient of(String url) {
        return of(url, Duration.ofSeconds(60), 0);
    }

    static VtigerClient of(String url, Duration maxRetryAfter, int dailyReserve) {
        return new VtigerClient(new ClientSettings(
                url,
                "admin",
                ACCESS_KEY,
                ClientSettings.Protocol.REST,
                4,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                0,
                dailyReserve,
                2,
                ClientSettings.MAX_ANSWER_SIZE,
                maxRetryAfter,
                null,
                true,
                null));
    }
}

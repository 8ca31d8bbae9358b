package io.github.camelvtiger.simulator.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a login sends in place of the access key: the MD5 of token and key, in hexadecimal ({@code webservice.md §3}). */
public final class AccessKeyProof {

    private AccessKeyProof() {}

    public static String of(String token, String accessKey) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(digest.digest((token + accessKey).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no MD5, which the server's login needs", e);
        }
    }
}

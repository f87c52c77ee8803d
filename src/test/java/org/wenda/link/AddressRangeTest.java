package org.wenda.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public final class AddressRangeTest {
    @DataProvider
    Object[][] forbidden() {
        return new Object[][] {
            {"0.0.0.0", "unspecified"},
            {"0.1.2.3", "unspecified"},
            {"10.0.0.1", "private"},
            {"10.255.255.255", "private"},
            {"100.64.0.1", "shared"},
            {"100.127.255.255", "shared"},
            {"100.100.100.200", "metadata"},
            {"127.0.0.1", "loopback"},
            {"127.255.255.254", "loopback"},
            {"168.63.129.16", "metadata"},
            {"169.254.169.254", "metadata"},
            {"169.254.1.1", "link-local"},
            {"172.16.0.1", "private"},
            {"172.31.255.255", "private"},
            {"192.0.0.192", "reserved"},
            {"192.0.2.1", "documentation"},
            {"192.88.99.1", "relay"},
            {"192.168.1.1", "private"},
            {"198.18.0.1", "benchmarking"},
            {"198.19.255.255", "benchmarking"},
            {"198.51.100.7", "documentation"},
            {"203.0.113.7", "documentation"},
            {"224.0.0.1", "multicast"},
            {"239.255.255.255", "multicast"},
            {"240.0.0.1", "reserved"},
            {"255.255.255.255", "reserved"},
            {"::", "unspecified"},
            {"::1", "loopback"},
            {"::ffff:10.0.0.1", "private"},
            {"::ffff:0:10.0.0.1", "private"},
            {"::10.0.0.1", "private"},
            {"64:ff9b::a00:1", "private"},
            {"64:ff9b:1::1", "translated"},
            {"100::1", "discard"},
            {"2001::1", "tunnel"},
            {"2001:2::1", "benchmarking"},
            {"2001:db8::1", "documentation"},
            {"2002:7f00:1::", "loopback"},
            {"2002:c0a8:101::1", "private"},
            {"fc00::1", "unique-local"},
            {"fd00:ec2::254", "metadata"},
            {"fd12:3456::1", "unique-local"},
            {"fe80::1", "link-local"},
            {"febf::1", "link-local"},
            {"fec0::1", "site-local"},
            {"ff02::1", "multicast"},
        };
    }

    @Test(dataProvider = "forbidden")
    public void forbidsWhatNotEveryCitizenReaches(String address, String range) throws UnknownHostException {
        assertThat(AddressRange.forbidding(InetAddress.getByName(address), false))
                .contains(range);
    }

    @DataProvider
    Object[][] allowed() {
        return new Object[][] {
            {"1.0.0.1"},
            {"9.255.255.255"},
            {"11.0.0.1"},
            {"100.63.255.255"},
            {"100.128.0.1"},
            {"126.255.255.255"},
            {"128.0.0.1"},
            {"172.15.255.255"},
            {"172.32.0.1"},
            {"192.167.1.1"},
            {"192.169.1.1"},
            {"198.17.0.1"},
            {"198.20.0.1"},
            {"223.255.255.255"},
            {"::ffff:8.8.8.8"},
            {"64:ff9b::808:808"},
            {"2002:808:808::1"},
            {"2400:3200::1"},
            {"2001:4860:4860::8888"},
        };
    }

    @Test(dataProvider = "allowed")
    public void allowsPublicNeighboursOfThose(String address) throws UnknownHostException {
        assertThat(AddressRange.forbidding(InetAddress.getByName(address), false))
                .isEmpty();
    }

    @Test
    public void opensLoopbackAndNothingElse() throws UnknownHostException {
        for (String loopback : new String[] {"127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"}) {
            assertThat(AddressRange.forbidding(InetAddress.getByName(loopback), true))
                    .as(loopback)
                    .isEmpty();
        }
        assertThat(AddressRange.forbidding(InetAddress.getByName("10.0.0.1"), true))
                .contains("private");
        assertThat(AddressRange.forbidding(InetAddress.getByName("0.0.0.0"), true))
                .contains("unspecified");
    }
}

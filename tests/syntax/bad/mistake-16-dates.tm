accept a on b { until: 30.06.2027, by: "CISO" }
accept a on b { until: 2027-6-3 }
accept a on b { until: 06/30/2027 }
accept a on b { until: 25/12/2027 }
accept a on b { until: 2027-02-30 }
reviewed 30.06.2027 { by: "Ana" }

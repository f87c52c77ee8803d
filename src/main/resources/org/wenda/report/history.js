// Draws the lines of a target's history with Apache ECharts, from the data that stands in the page. Each chart's figures
// stand in a table under it too, so a page without scripts lacks nothing but the pictures. Loads nothing.
(function () {
  'use strict';
  const TONES = ['#1c5a62', '#c98a2b'];
  const OUTCOMES = { ok: '#2e6e4e', fine: '#2d5f8a', warn: '#c98a2b', bad: '#9c2f2b', none: '#8a9296' };
  const FONT = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif';

  function lines(data) {
    return data.series.map((one, at) => ({
      type: 'line',
      name: one.name,
      data: one.values.map((value, i) =>
        data.tones ? { value, itemStyle: { color: OUTCOMES[data.tones[i]] || OUTCOMES.none } } : value),
      // One night alone is no line.
      showSymbol: Boolean(data.tones) || one.values.length < 40,
      symbolSize: data.tones ? 5 : 4,
      lineStyle: { width: data.tones ? 1 : 1.6, color: data.tones ? '#c6d3d4' : TONES[at % TONES.length] },
      itemStyle: { color: TONES[at % TONES.length] },
    }));
  }

  function option(data) {
    return {
      animation: false,
      textStyle: { fontFamily: FONT },
      grid: { left: 8, right: 16, top: data.series.length > 1 ? 40 : 12, bottom: 8, containLabel: true },
      legend: data.series.length > 1 ? { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 12 } : undefined,
      xAxis: { type: 'category', data: data.days, axisTick: { show: false }, axisLabel: { color: '#5c6873', hideOverlap: true } },
      yAxis: {
        type: 'value',
        min: 0,
        max: data.unit === '%' ? 100 : undefined,
        splitLine: { lineStyle: { color: '#e7e9e8' } },
        axisLabel: { color: '#5c6873', formatter: data.unit === '%' ? '{value}\u00a0%' : undefined },
      },
      series: lines(data),
    };
  }

  const charts = new Map();

  function draw(box) {
    let chart = charts.get(box);
    if (!chart) {
      box.style.height = '190px';
      chart = echarts.init(box, null, { renderer: 'svg' });
      charts.set(box, chart);
    }
    chart.resize();
    chart.setOption(option(JSON.parse(document.getElementById(box.id + '-data').textContent)), true);
    // On paper the page is narrower than on the screen: the picture shrinks with it.
    box.querySelector('svg').setAttribute('viewBox', '0 0 ' + chart.getWidth() + ' ' + chart.getHeight());
  }

  // A chart in a closed question has no width yet, and most of them are never looked at.
  const sizes = new ResizeObserver((changes) => changes.forEach((change) => {
    if (change.contentRect.width > 0) draw(change.target);
  }));
  document.querySelectorAll('.chart').forEach((box) => sizes.observe(box));
})();

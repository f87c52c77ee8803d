// Draws the charts of a ranking with Apache ECharts, from the data that stands in the page. Each chart's figures stand in
// the table under it too, so a page without scripts lacks nothing but the pictures. Loads nothing.
(function () {
  'use strict';
  const TONES = ['#1c5a62', '#c98a2b', '#5d7fa8', '#7d5a86', '#8a9296'];
  // Text is set in this size by the page's style sheet: what a script sets as style, the page's policy lets nobody set.
  const FONT = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif';

  function text(value, unit) {
    return value === null || value === undefined ? '' : value.toFixed(2) + (unit ? '\u00a0' + unit : '');
  }

  function bars(data) {
    return data.series.map((one, at) => ({
      type: 'bar',
      name: one.name,
      data: one.values,
      stack: data.stacked ? 'all' : undefined,
      barMaxWidth: 18,
      itemStyle: { color: TONES[at % TONES.length] },
      label: {
        show: !data.stacked || data.series.length === 1,
        position: data.whiskers && data.whiskers.length ? 'insideLeft' : 'right',
        color: data.whiskers && data.whiskers.length ? '#fff' : '#1f2a33',
        formatter: (point) => text(point.value, data.unit),
      },
    }));
  }

  /** A line from one end of an interval to the other, with a stroke at each. */
  function whisker(params, api) {
    const row = api.value(0);
    const low = api.coord([api.value(1), row]);
    const high = api.coord([api.value(2), row]);
    const stroke = { stroke: '#3b4650', lineWidth: 1.2 };
    const end = (x) => ({ type: 'line', shape: { x1: x, y1: low[1] - 4, x2: x, y2: low[1] + 4 }, style: stroke });
    const line = { type: 'line', shape: { x1: low[0], y1: low[1], x2: high[0], y2: low[1] }, style: stroke };
    return { type: 'group', children: [line, end(low[0]), end(high[0])] };
  }

  function intervals(data) {
    return {
      type: 'custom',
      renderItem: whisker,
      silent: true,
      z: 5,
      data: data.whiskers.map((ends, row) => [row, ends[0], ends[1]]),
      encode: { x: [1, 2], y: 0 },
    };
  }

  function option(data, narrow) {
    const series = bars(data);
    if (data.whiskers && data.whiskers.length) series.push(intervals(data));
    return {
      animation: false,
      textStyle: { fontFamily: FONT },
      grid: { left: 8, right: narrow ? 56 : 72, top: data.series.length > 1 ? 40 : 8, bottom: 8, containLabel: true },
      legend: data.series.length > 1 ? { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 12 } : undefined,
      xAxis: { type: 'value', min: 0, max: data.max, splitLine: { lineStyle: { color: '#e7e9e8' } }, axisLabel: { color: '#5c6873' } },
      yAxis: {
        type: 'category',
        inverse: true,
        data: data.categories,
        axisTick: { show: false },
        axisLabel: { color: '#1f2a33', width: narrow ? 80 : 180, overflow: 'break' },
      },
      series,
    };
  }

  function draw(box) {
    const data = JSON.parse(document.getElementById(box.id + '-data').textContent);
    const chart = echarts.init(box, null, { renderer: 'svg' });
    const show = () => {
      chart.resize();
      chart.setOption(option(data, box.clientWidth < 480), true);
      // On paper the page is narrower than on the screen: the picture shrinks with it.
      const svg = box.querySelector('svg');
      svg.setAttribute('viewBox', '0 0 ' + chart.getWidth() + ' ' + chart.getHeight());
    };
    show();
    if (data.hrefs) {
      chart.on('click', (point) => {
        const href = data.hrefs[point.dataIndex];
        if (href) location.href = href;
      });
    }
    return show;
  }

  const boxes = Array.from(document.querySelectorAll('.chart'));
  boxes.forEach((box) => {
    box.style.height = Math.max(110, 48 + Number(box.dataset.rows) * 26) + 'px';
  });
  const shows = new Map(boxes.map((box) => [box, draw(box)]));
  const sizes = new ResizeObserver((changes) => changes.forEach((change) => shows.get(change.target)()));
  boxes.forEach((box) => sizes.observe(box));
})();
